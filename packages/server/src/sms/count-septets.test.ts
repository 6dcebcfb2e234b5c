import { expect, it } from 'vitest'
import { toSmsText } from '../otp/to-sms-text.js'
import { countSeptets } from './count-septets.js'

it.each([
  ['', 0],
  ['Ma xac thuc 123456', 18],
  ['@_$£\n', 5],
  ['{}[]~^|\\€', 18],
  ['Mã', undefined],
  ['đ', undefined],
  ['`', undefined],
  ['😀', undefined],
])('%j takes %s of 160', (text, septets) => {
  expect(countSeptets(text)).toBe(septets)
})

it('fits our own text in one SMS, with the longest code and the longest host it takes', () => {
  const hosts = [
    'kbyt.thuathienhue.gov.vn',
    `${'a'.repeat(60)}.example`,
    'xn--hu-fja.vn',
    undefined,
  ]

  const texts = hosts.map((host) => toSmsText('12345678', host))

  expect(texts.map((text) => text.includes('@'))).toEqual([true, false, true, false])
  for (const text of texts) expect(countSeptets(text)).toBeLessThanOrEqual(160)
})
