import { expect, it } from 'vitest'
import {
  identityDocumentSchema,
  maskNumber,
  toDocumentNumber,
  toIdentityDocument,
} from './identity-document.js'
import { toInputIssues } from './issue.js'

const issueOf = (document: unknown) => {
  const { error } = identityDocumentSchema.safeParse(document, { reportInput: true })
  return error && toInputIssues(error)[0]
}

it.each([
  ['046090001234', 'cccd'],
  ['046 090 001 234', 'cccd'],
  ['191234567', 'cmnd'],
  ['191.234.567', 'cmnd'],
  ['4612345678', 'bhxh'],
  ['b1234567', 'passport'],
  ['０４６０９０００１２３４', 'cccd'],
  ['000000000', 'child'],
])('knows %s by its form', (text, type) => {
  const document = toIdentityDocument(text)

  expect(document?.type).toBe(type)
  expect(issueOf(document)).toBeUndefined()
})

it.each(['', '123', 'ABCDEF', '٠٤٦٠٩٠٠٠١٢٣٤', "' OR 1=1", '0460900012345'])(
  'knows %j as no document',
  (text) => {
    expect(toIdentityDocument(text)).toBeUndefined()
  },
)

it.each([
  [{ type: 'cccd', number: '04609000123' }, 'document_format'],
  [{ type: 'cmnd', number: '1912345678' }, 'document_format'],
  [{ type: 'passport', number: 'ABCDEFG' }, 'document_format'],
  [{ type: 'passport', number: 'B12345678901234' }, 'document_format'],
  [{ type: 'child', number: '191234567' }, 'document_format'],
  [{ type: 'child', number: '00000000' }, 'document_format'],
  [{ type: 'cmnd', number: '000000000' }, 'document_repeated_digit'],
  [{ type: 'cccd', number: '111111111111' }, 'document_repeated_digit'],
  [{ type: 'cccd', number: '' }, 'required'],
  [{ type: 'cccd', number: '0'.repeat(41) }, 'too_long'],
  [{ type: 'cccd', number: 46090001234 }, 'invalid_type'],
])('refuses %j at the number', (document, code) => {
  expect(issueOf(document)).toEqual({ path: 'number', code })
})

it('refuses a type that does not exist', () => {
  expect(issueOf({ type: 'dragon', number: '1' })?.path).toBe('type')
})

it('stores one number for every spelling', () => {
  expect(toDocumentNumber(' b1 23-45.67\u00A0')).toBe('B1234567')
})

it('shows no more than the last three characters of a number', () => {
  expect(maskNumber('046090001234')).toBe('•••••••••234')
})
