import type { FieldMemory } from './field-memory.js'

interface BoxState {
  readonly index: number
  readonly value: string
  readonly selection:
    | readonly [start: number, end: number, direction: SelectionDirection]
    | undefined
}

type Box = HTMLInputElement | HTMLTextAreaElement
type SelectionDirection = 'forward' | 'backward' | 'none'

/** The first and the latest: a scan begins after a pause, and few keys of one come after a pause. */
const kept = 9
const pauseMs = 40

/** Remembers the text and the selection of a box. */
export function rememberBox(box: Box): FieldMemory {
  const states: BoxState[] = []
  let markedAt = Number.NEGATIVE_INFINITY
  return {
    mark(index, at) {
      const isAfterPause = at - markedAt > pauseMs
      markedAt = at
      if (!isAfterPause && states.length > 0) return
      if (states.length === kept) states.splice(1, 1)
      states.push({ index, value: box.value, selection: readSelection(box) })
    },
    restore(index) {
      const state = states.findLast((each) => each.index <= index) ?? states[0]
      if (state) restoreBox(box, state)
    },
    forget() {},
  }
}

function restoreBox(box: Box, { value, selection }: BoxState): void {
  const hasChanged = box.value !== value
  // Through the class, past what a framework has laid over the element to notice its own writes.
  const { prototype } = box instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  if (hasChanged) Reflect.set(prototype, 'value', value, box)
  if (selection) box.setSelectionRange(...selection)
  if (hasChanged) box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
}

/** Numbers, dates and e-mail addresses have no selection to ask for. */
function readSelection(box: Box): BoxState['selection'] {
  const { selectionStart, selectionEnd, selectionDirection } = box
  if (selectionStart === null || selectionEnd === null) return undefined
  return [selectionStart, selectionEnd, selectionDirection ?? 'none']
}
