import type { Page } from 'playwright'
import { toCdpStrokes } from '../packages/widgets/src/reader/cdp-strokes.setup.js'
import {
  type Layout,
  tcvn,
  throughTelex,
  toKeys,
  us,
} from '../packages/widgets/src/reader/keyboard.setup.js'

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
  const strokes = toCdpStrokes(keyboard === 'telex' ? throughTelex(typed) : typed)
  await Promise.all(strokes.map((stroke) => session.send('Input.dispatchKeyEvent', stroke)))
  await session.detach()
}
