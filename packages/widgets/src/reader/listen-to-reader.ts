import { createReader, type ReaderOptions } from './create-reader.js'
import { type FieldMemory, isWritable, rememberField } from './field-memory.js'
import { isSecret } from './is-secret.js'

/** Where to listen, and for what. */
export interface ListenToReaderOptions extends Omit<ReaderOptions, 'onScan' | 'onStroke'> {
  /** A whole scan, once, after its keys were taken out of where they were typed. */
  readonly onScan: (scan: Parameters<ReaderOptions['onScan']>[0]) => void
  /** The element whose boxes the reader types into. @defaultValue the page, wherever the focus is */
  readonly within?: EventTarget | undefined
}

/**
 * Listens for a hardware reader in a page or an element and returns what ends it. A scan is taken out of
 * the box it was typed into, a key of it reaches no button, and its Enter or Tab reaches nothing. What
 * people type, passwords and what programs fill in are left alone.
 *
 * @example
 * const stop = listenToReader({ onScan: ({ recognized }) => show(recognized) })
 */
export function listenToReader(options: ListenToReaderOptions): () => void {
  const { onScan, within = window, ...rest } = options
  const fields = new Map<EventTarget, FieldMemory | undefined>()
  let target: EventTarget | undefined

  function forget(): void {
    for (const field of fields.values()) field?.forget()
    fields.clear()
  }

  const reader = createReader({
    ...rest,
    onStroke(index, at) {
      if (index === 0) forget()
      if (!target) return
      if (!fields.has(target)) fields.set(target, rememberField(target))
      fields.get(target)?.mark(index, at)
    },
    onScan(scan, leadCount) {
      const [first] = fields.keys()
      const hasMoved = first !== target || scan.inputMethod === 'composing'
      if (hasMoved && target instanceof HTMLElement) target.blur() // an open word would come back
      for (const field of fields.values()) field?.restore(leadCount)
      forget()
      if (hasMoved && first instanceof HTMLElement) first.focus()
      onScan(scan)
    },
  })

  const onKeydown = (event: KeyboardEvent) => {
    ;[target] = event.composedPath()
    if (isSecret(target)) return reader.reset()
    const isScansEnd = reader.press(event) === 'swallow'
    // Else a blank would press the button that has the focus.
    const isLost = reader.isRunning && !isWritable(target)
    if (isScansEnd || isLost) keepFromPage(event)
  }
  const stop = [
    listen(within, 'keydown', onKeydown),
    listen(within, 'keypress', (event) => reader.write(event)),
    listen(within, 'keyup', (event) => reader.release(event)),
  ]
  return () => {
    for (const end of stop) end()
    reader.reset()
    forget()
  }
}

function listen(
  within: EventTarget,
  type: 'keydown' | 'keypress' | 'keyup',
  onKey: (event: KeyboardEvent) => void,
): () => void {
  const onEvent = (event: Event) => {
    // Keys that a script makes up fill a form; they are no reader's.
    if (event instanceof KeyboardEvent && event.isTrusted) onKey(event)
  }
  within.addEventListener(type, onEvent, { capture: true })
  return () => within.removeEventListener(type, onEvent, { capture: true })
}

function keepFromPage(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}
