import { cdp } from 'vitest/browser'
import { toCdpStrokes } from './cdp-strokes.setup.js'
import type { ReaderKey } from './reader-key.js'

/** Presses real keys in the browser under test; they carry their own times. */
export async function pressKeys(keys: readonly ReaderKey[], heldMs?: number): Promise<void> {
  const strokes = toCdpStrokes(keys, heldMs)
  await Promise.all(strokes.map((stroke) => cdp().send('Input.dispatchKeyEvent', stroke)))
}
