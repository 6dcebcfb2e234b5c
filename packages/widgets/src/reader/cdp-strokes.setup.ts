import type { ReaderKey } from './reader-key.js'

/** What Chromium takes for a key event (`Input.dispatchKeyEvent`). */
export interface CdpStroke {
  readonly type: 'keyDown' | 'keyUp'
  readonly key: string
  readonly code: string
  readonly modifiers: number
  readonly windowsVirtualKeyCode: number
  readonly text?: string
  readonly timestamp: number
}

/** The keys as Chromium is told them, the last of them now; they go up where it is said how long they are held. */
export function toCdpStrokes(keys: readonly ReaderKey[], heldMs?: number): CdpStroke[] {
  const shiftMs = Date.now() - (keys.at(-1)?.timeStamp ?? 0)
  return keys.flatMap((press) => {
    const { key, code, shiftKey, ctrlKey, altKey, timeStamp } = press
    const modifiers = (altKey ? 1 : 0) + (ctrlKey ? 2 : 0) + (shiftKey ? 8 : 0)
    const stroke = { key, code, modifiers, ...toNative(press) }
    const toSeconds = (ms: number) => (shiftMs + ms) / 1_000
    const down = { type: 'keyDown' as const, ...stroke, timestamp: toSeconds(timeStamp) }
    return heldMs === undefined
      ? [down]
      : [down, { type: 'keyUp' as const, ...stroke, timestamp: toSeconds(timeStamp + heldMs) }]
  })
}

/** What Chromium has to be told beside key and code, so that the key does what it does. */
function toNative(press: ReaderKey) {
  const { key, keyCode, ctrlKey } = press
  if (key === 'Enter') return { windowsVirtualKeyCode: 13, text: '\r' }
  if (key === 'Tab') return { windowsVirtualKeyCode: 9 }
  if (key === 'Backspace') return { windowsVirtualKeyCode: 8 }
  // The codes of signs are other keys': 46 is Delete, not the full stop.
  const windowsVirtualKeyCode =
    keyCode ?? (/^[\da-z]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0)
  const text = 'written' in press ? String(press.written) : key
  const isWritten = !ctrlKey && [...text].length === 1
  return isWritten ? { windowsVirtualKeyCode, text } : { windowsVirtualKeyCode }
}
