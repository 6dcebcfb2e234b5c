import { expect, it } from 'vitest'
import { toInputIssues } from './issue.js'
import { phoneSchema, toMobileE164, toNationalPhone } from './phone.js'

const codeOf = (phone: unknown) => {
  const { error } = phoneSchema.safeParse(phone, { reportInput: true })
  return error && toInputIssues(error)[0]?.code
}

// ATTACKS 57
it.each([
  '0901000001',
  '0901 000 001',
  '0901.000.001',
  '0901-000-001',
  '0901–000–001',
  '(0901) 000001',
  '+84901000001',
  '+84 901 000 001',
  '+84 (0) 901 000 001',
  '84901000001',
  '0084901000001',
  '\u202A+84 901 000 001\u202C',
  '0901\u00A0000\u00A0001',
  '０９０１０００００１',
  '＋８４９０１０００００１',
  '（０９０１）０００－００１',
  '０９０１．０００．００１',
])('knows %j as one number', (phone) => {
  expect(codeOf(phone)).toBeUndefined()
  expect(toMobileE164(phone)).toBe('+84901000001')
})

it.each([
  ['0162 123 4567', '+84321234567'],
  ['0120 123 4567', '+84701234567'],
  ['+84 123 123 4567', '+84831234567'],
  ['0849 012 345', '+84849012345'],
])('knows %s, also from before 2018', (phone, e164) => {
  expect(toMobileE164(phone)).toBe(e164)
})

// ATTACKS 57, 58, 59
it.each([
  ['two numbers', '0901000001,0901000002'],
  ['two numbers in one', '09010000010901000002'],
  ['Arabic digits', '٠٩٠١٠٠٠٠٠١'],
  ['letters', '0901OOOOO1'],
  ['an emergency number', '113'],
  ['a service number', '1900 1234'],
  ['a satellite phone', '+882 16 1234 5678'],
  ['an American number', '+1 202 555 0123'],
  ['a Turkish number after 00', '0090 1000001'],
  ['a prefix of 11 digits that never was', '0199 9123 4567'],
  ['an SMS command', '0901000001;send'],
  ['a line break', '0901000001\r\nX'],
])('refuses %s', (_, phone) => {
  expect(codeOf(phone)).toBe('phone_impossible')
})

it.each(['0234 3823 456', '024 3825 4321', '0501 000 001'])(
  'says of %s that no SMS gets there',
  (phone) => {
    expect(codeOf(phone)).toBe('phone_not_mobile')
  },
)

it.each([
  [undefined, 'required'],
  ['', 'required'],
  [901000001, 'invalid_type'],
  [['0901000001'], 'invalid_type'],
  [{ phone: '0901000001' }, 'invalid_type'],
  ['0'.repeat(41), 'too_long'],
])('says of %j that it is %s', (phone, code) => {
  expect(codeOf(phone)).toBe(code)
})

it('writes a number as people do', () => {
  expect(toNationalPhone('+84905123456')).toBe('0905 123 456')
})
