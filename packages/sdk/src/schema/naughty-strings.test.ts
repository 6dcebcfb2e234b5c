import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { birthSchema, calendarDateSchema } from './calendar-date.js'
import { identityDocumentSchema, toIdentityDocument } from './identity-document.js'
import { toInputIssues } from './issue.js'
import { foldName, personNameSchema } from './person-name.js'
import { phoneSchema, toMobileE164 } from './phone.js'
import { lineSchema, slugSchema, toPlainText } from './text.js'

// Not in the repository: the big list of naughty strings of the project's shared folder.
const shared = process.env.KBYT_SHARED ?? resolve(import.meta.dirname, '../../../../../shared')
const file = join(shared, 'vectors/blns.json')
const isHere = existsSync(file)
if (!isHere) console.log(`not run: the naughty strings, because ${file} is not on this machine`)
const strings = isHere ? z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))) : []

const schemas = {
  name: personNameSchema,
  line: lineSchema(200),
  phone: phoneSchema,
  birth: birthSchema,
  date: calendarDateSchema,
  code: slugSchema,
}

it.runIf(isHere).each(Object.entries(schemas))(
  'answers every naughty string as a %s',
  (_, schema) => {
    for (const text of strings) {
      const { success, error } = schema.safeParse(text, { reportInput: true })

      expect(success || (error && toInputIssues(error).length === 1), text).toBe(true)
    }
  },
)

it.runIf(isHere)('lets nothing but letters into a name', () => {
  const names = strings.filter((text) => personNameSchema.safeParse(text).success)

  for (const name of names) expect(toPlainText(name)).toMatch(/^[\u0300-\u036F\p{L} '’ʼ.‐-]+$/u)
})

it.runIf(isHere)('keeps what it lets in unchanged by storing it twice', () => {
  for (const text of strings.filter((each) => schemas.line.safeParse(each).success)) {
    const stored = toPlainText(text)

    expect(toPlainText(stored)).toBe(stored)
    expect(schemas.line.safeParse(stored).success, stored).toBe(true)
    expect(foldName(foldName(text))).toBe(foldName(text))
  }
})

it.runIf(isHere)('reads no phone and no document out of words', () => {
  for (const text of strings) {
    const document = toIdentityDocument(text)

    if (document)
      expect(
        identityDocumentSchema.safeParse(document).success || /^(.)\1+$/.test(document.number),
        text,
      ).toBe(true)
    expect(toMobileE164(text) ?? '+84901000001').toMatch(/^\+84\d{9}$/)
  }
})
