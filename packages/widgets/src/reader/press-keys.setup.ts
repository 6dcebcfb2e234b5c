import { cdp } from 'vitest/browser'
import { toCdpStrokes } from './cdp-strokes.setup.js'
import type { ReaderKey } from './reader-key.js'

/** Presses real keys in the browser under test; they carry their own times. */
export async function pressKeys(keys: readonly ReaderKey[], heldMs?: number): Promise<void> {
  window.focus() // the test's frame; keys go to the page around it otherwise
  const strokes = toCdpStrokes(keys, heldMs)
  await Promise.all(strokes.map((stroke) => cdp().send('Input.dispatchKeyEvent', stroke)))
}
