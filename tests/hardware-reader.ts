import type { Page } from 'playwright'

/** What lies between the reader and the page: a plain US layout, or what officers' machines do to it. */
export type Keyboard = 'us' | 'telex' | 'vietnamese-layout-caps-lock'

// The Vietnamese (TCVN) layout has letters and tone marks where US has digits (domain/ime-wedge.json).
const vietnameseRow = 'đăâêô\u0300\u0309\u0303\u0301\u0323'

/** Scans a code as a hardware reader does: it types fast and ends with Enter. */
export async function scanWithReader(page: Page, text: string, keyboard: Keyboard = 'us') {
  const session = await page.context().newCDPSession(page)
  const typed = keyboard === 'telex' ? toTelex(text) : text
  for (const digit of typed) {
    const key = keyboard === 'vietnamese-layout-caps-lock' ? toVietnameseKey(digit) : digit
    const stroke = { key, code: toCode(digit), windowsVirtualKeyCode: digit.charCodeAt(0) }
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...stroke })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke })
  }
  await page.keyboard.press('Enter')
  await session.detach()
}

const toCode = (sign: string) => (/\d/.test(sign) ? `Digit${sign}` : `Key${sign.toUpperCase()}`)
const toVietnameseKey = (digit: string) => (vietnameseRow[Number(digit)] ?? digit).toUpperCase()

/** What the Telex input method makes of a word typed on it: double letters, w, and the tone keys. */
export function toTelex(word: string): string {
  const marks: Readonly<Record<string, string>> = {
    aa: 'â',
    ee: 'ê',
    oo: 'ô',
    dd: 'đ',
    aw: 'ă',
    ow: 'ơ',
    uw: 'ư',
  }
  const tones: Readonly<Record<string, string>> = {
    s: '\u0301',
    f: '\u0300',
    r: '\u0309',
    x: '\u0303',
    j: '\u0323',
  }
  const marked = word.replace(/aa|ee|oo|dd|aw|ow|uw/gi, (pair) => marks[pair.toLowerCase()] ?? pair)
  return marked
    .replace(/([aăâeêioôơuưy])([sfrxj])/gi, (_, vowel, key) => vowel + tones[key.toLowerCase()])
    .normalize('NFC')
}
