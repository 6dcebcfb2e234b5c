import type { Page } from 'playwright'
import {
  type Layout,
  tcvn,
  throughTelex,
  toKeys,
  us,
} from '../packages/widgets/src/scanner/keyboard.setup.js'

/** What lies between the reader and the page: a plain US layout, or what officers' machines do to it. */
export type Keyboard = 'us' | 'telex' | 'vietnamese-layout-caps-lock'

const layouts: Readonly<Record<Keyboard, Layout>> = {
  us,
  telex: us,
  'vietnamese-layout-caps-lock': (stroke) => tcvn(stroke).toUpperCase(),
}

/**
 * Scans a code as a hardware reader does: it types fast and ends with Enter. The strokes carry the
 * reader's own times, so that a busy machine does not make a slow typist of it.
 */
export async function scanWithReader(page: Page, text: string, keyboard: Keyboard = 'us') {
  const session = await page.context().newCDPSession(page)
  const typed = toKeys(text, { layout: layouts[keyboard], paceMs: 4, end: 'Enter' })
  const keys = keyboard === 'telex' ? throughTelex(typed) : typed
  const endedAt = keys.at(-1)?.timeStamp ?? 0
  const nowMs = Date.now()
  const strokes = keys.flatMap(({ key, code, timeStamp }) => {
    const stroke = { ...toNative(key), key, code, timestamp: (nowMs + timeStamp - endedAt) / 1_000 }
    return [
      { type: 'keyDown' as const, ...stroke },
      { type: 'keyUp' as const, ...stroke },
    ]
  })
  await Promise.all(strokes.map((stroke) => session.send('Input.dispatchKeyEvent', stroke)))
  await session.detach()
}

/** What Chromium has to be told beside key and code, so that the key does what it does. */
function toNative(key: string) {
  if (key === 'Enter') return { windowsVirtualKeyCode: 13, text: '\r' }
  if (key === 'Backspace') return { windowsVirtualKeyCode: 8 }
  return { windowsVirtualKeyCode: key.charCodeAt(0), text: key }
}
