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

/** Scans a code as a hardware reader does: it types fast and ends with Enter. */
export async function scanWithReader(page: Page, text: string, keyboard: Keyboard = 'us') {
  const session = await page.context().newCDPSession(page)
  const keys = toKeys(text, { layout: layouts[keyboard] })
  for (const { key, code } of keyboard === 'telex' ? throughTelex(keys) : keys) {
    const stroke = { key, code, windowsVirtualKeyCode: key.charCodeAt(0) }
    const isLetter = key.length === 1
    await session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      ...stroke,
      ...(isLetter && { text: key }),
    })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke })
  }
  await page.keyboard.press('Enter')
  await session.detach()
}
