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

/** The keys as Chromium is told them, going down and up; the last of them now. */
export function toCdpStrokes(keys: readonly ReaderKey[], heldMs = 2): CdpStroke[] {
  const shiftMs = Date.now() - (keys.at(-1)?.timeStamp ?? 0)
  return keys.flatMap((press) => {
    const { key, code, shiftKey, ctrlKey, altKey, timeStamp } = press
    const modifiers = (altKey ? 1 : 0) + (ctrlKey ? 2 : 0) + (shiftKey ? 8 : 0)
    const stroke = { key, code, modifiers, ...toNative(press) }
    const toSeconds = (ms: number) => (shiftMs + ms) / 1_000
    return [
      { type: 'keyDown' as const, ...stroke, timestamp: toSeconds(timeStamp) },
      { type: 'keyUp' as const, ...stroke, timestamp: toSeconds(timeStamp + heldMs) },
    ]
  })
}

/** What Chromium has to be told beside key and code, so that the key does what it does. */
function toNative({ key, keyCode, ctrlKey }: ReaderKey) {
  if (key === 'Enter') return { windowsVirtualKeyCode: 13, text: '\r' }
  if (key === 'Tab') return { windowsVirtualKeyCode: 9 }
  if (key === 'Backspace') return { windowsVirtualKeyCode: 8 }
  const code = keyCode ?? key.toUpperCase().charCodeAt(0)
  return ctrlKey || [...key].length > 1
    ? { windowsVirtualKeyCode: code }
    : { windowsVirtualKeyCode: code, text: key }
}
