import { expect, it } from 'vitest'
import { hasNaughtyStrings, naughtyStrings } from '../naughty-strings.setup.js'
import { birthSchema, calendarDateSchema } from './calendar-date.js'
import { identityDocumentSchema, toIdentityDocument } from './identity-document.js'
import { toInputIssues } from './issue.js'
import { foldName, personNameSchema } from './person-name.js'
import { phoneSchema, toMobileE164 } from './phone.js'
import { lineSchema, slugSchema, toPlainText } from './text.js'

const schemas = {
  name: personNameSchema,
  line: lineSchema(200),
  phone: phoneSchema,
  birth: birthSchema,
  date: calendarDateSchema,
  code: slugSchema,
}

it.runIf(hasNaughtyStrings).each(Object.entries(schemas))(
  'answers every naughty string as a %s',
  (_, schema) => {
    for (const text of naughtyStrings) {
      const { success, error } = schema.safeParse(text, { reportInput: true })

      expect(success || (error && toInputIssues(error).length === 1), text).toBe(true)
    }
  },
)

it.runIf(hasNaughtyStrings)('lets nothing but letters into a name', () => {
  const names = naughtyStrings.filter((text) => personNameSchema.safeParse(text).success)

  for (const name of names) expect(toPlainText(name)).toMatch(/^[\u0300-\u036F\p{L} '’ʼ.‐-]+$/u)
})

it.runIf(hasNaughtyStrings)('keeps what it lets in unchanged by storing it twice', () => {
  for (const text of naughtyStrings.filter((each) => schemas.line.safeParse(each).success)) {
    const stored = toPlainText(text)

    expect(toPlainText(stored)).toBe(stored)
    expect(schemas.line.safeParse(stored).success, stored).toBe(true)
    expect(foldName(foldName(text))).toBe(foldName(text))
  }
})

it.runIf(hasNaughtyStrings)('reads no phone and no document out of words', () => {
  for (const text of naughtyStrings) {
    const document = toIdentityDocument(text)

    if (document)
      expect(
        identityDocumentSchema.safeParse(document).success || /^(.)\1+$/.test(document.number),
        text,
      ).toBe(true)
    expect(toMobileE164(text) ?? '+84901000001').toMatch(/^\+84\d{9}$/)
  }
})
