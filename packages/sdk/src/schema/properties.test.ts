import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, isCalendarDate, toCalendarDate, youngestAge } from './calendar-date.js'
import { declarationSchema } from './declaration.js'
import { config, declaration, entry } from './declaration.setup.js'
import { checkDeclaration } from './declaration-rules.js'
import { issueCodes, toInputIssues } from './issue.js'
import { foldName } from './person-name.js'
import { toMobileE164, toNationalPhone } from './phone.js'
import { toPlainText } from './text.js'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const anyInstant = fc.integer({
  min: Date.parse('1900-01-01T00:00:00Z'),
  max: Date.parse('2100-01-01T00:00:00Z'),
})

it('stores the same text however often it is stored', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const store of [toPlainText, foldName]) {
        expect(store(store(text))).toBe(store(text))
      }
    }),
  )
})

it('finds one key for both normal forms of any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldName(text.normalize('NFD'))).toBe(foldName(text.normalize('NFC')))
      expect(toPlainText(text.normalize('NFD'))).toBe(toPlainText(text.normalize('NFC')))
    }),
  )
})

it('reads every number again that it wrote', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^0[35789]\d{8}$/), (text) => {
      const phone = toMobileE164(text)

      if (phone) expect(toMobileE164(toNationalPhone(phone))).toBe(phone)
    }),
  )
})

it('counts days forth and back through every change of month and year', () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: -1_000, max: 1_000 }), (instant, days) => {
      const date = toCalendarDate(instant)

      expect(isCalendarDate(date)).toBe(true)
      expect(addDays(addDays(date, days), -days)).toBe(date)
    }),
  )
})

it('never makes anybody younger as days go by', () => {
  fc.assert(
    fc.property(anyInstant, fc.nat(50_000), (bornAt, days) => {
      const bornOn = toCalendarDate(bornAt)
      const today = addDays(bornOn, days)

      expect(youngestAge(bornOn, addDays(today, 1))).toBeGreaterThanOrEqual(
        youngestAge(bornOn, today),
      )
      expect(youngestAge(bornOn.slice(0, 4), today)).toBeLessThanOrEqual(youngestAge(bornOn, today))
    }),
  )
})

it('answers anything at all with a declaration or with issues we have words for', () => {
  fc.assert(
    fc.property(spoil(), (input) => {
      const { data, error } = declarationSchema.safeParse(input, { reportInput: true })
      const issues = error ? toInputIssues(error) : checkDeclaration(data, config, Date.now())

      for (const { code } of issues) expect(issueCodes).toContain(code)
      expect(error === undefined || issues.length > 0).toBe(true)
    }),
    { numRuns: 300 },
  )
})

/** A proper declaration of either kind with one value, anywhere in it, replaced by anything. */
function spoil() {
  const proper = fc.constantFrom(JSON.stringify(declaration), JSON.stringify(entry))
  return fc.tuple(proper, fc.nat(100), fc.jsonValue()).map(([text, choice, value]) => {
    const position = choice % (text.match(/:/g)?.length ?? 1)
    let index = -1
    const spoiled: unknown = JSON.parse(text, (_, each: unknown) => {
      index += 1
      return index === position ? value : each
    })
    return spoiled
  })
}
