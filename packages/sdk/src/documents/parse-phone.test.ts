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
])('reads %s', (text) => {
  expect(parsePhone(text)).toEqual({ e164: '+84905123456', national: '0905 123 456' })
})

it('gives an 11-digit number of before 2018 its present form', () => {
  expect(parsePhone('01201234567').e164).toBe('+84701234567')
})

it.each(['', '12345', '02343823456', '+12025550123', '+882 1234567890', '0905123456,0905123457'])(
  'refuses %s',
  (text) => {
    expect(() => parsePhone(text)).toThrow(expect.objectContaining({ code: 'document_malformed' }))
  },
)
