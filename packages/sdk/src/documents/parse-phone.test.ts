import { expect, it } from 'vitest'
import { parsePhone } from './index.js'

it.each([
  '0905123456',
  '0905 123 456',
  '0905.123.456',
  '+84 905 123 456',
  '84905123456',
  '0084905123456',
  '０９０５１２３４５６',
  '＋８４ ９０５１２３４５６',
])('reads %s', (text) => {
  expect(parsePhone(text)).toEqual({ e164: '+84905123456', national: '0905 123 456' })
})

// Every prefix that had 11 digits until 2018.
it.each(
  (
    '0162:032 0163:033 0164:034 0165:035 0166:036 0167:037 0168:038 0169:039 0120:070 0121:079 0122:077 ' +
    '0126:076 0128:078 0123:083 0124:084 0125:085 0127:081 0129:082 0186:056 0188:058 0199:059'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
)('gives a number with %s its present form with %s', (old = '', present = '') => {
  expect(parsePhone(`${old}1234567`).e164).toBe(`+84${present.slice(1)}1234567`)
  expect(parsePhone(`+84 ${old.slice(1)} 123 4567`)).toEqual(parsePhone(`${present}1234567`))
})

it.each([
  ['02343823456', 'phone_not_mobile'],
  ['0234 3823 456', 'phone_not_mobile'],
  ['0501000001', 'phone_not_mobile'],
  ['', 'required'],
  ['12345', 'phone_impossible'],
  ['01611234567', 'phone_impossible'],
  ['09051234567', 'phone_impossible'],
  ['+12025550123', 'phone_impossible'],
  ['+882 1234567890', 'phone_impossible'],
  ['0905123456,0905123457', 'phone_impossible'],
  ['0'.repeat(1_000_000), 'too_long'],
])('refuses %s as %s', (text, code) => {
  const issues = [expect.objectContaining({ code })]

  expect(() => parsePhone(text)).toThrow(
    expect.objectContaining({ code: 'document_malformed', issues }),
  )
})
