import { describe, expect, it } from 'vitest'
import { entryDeclarationSchema } from './declaration.js'
import { config, entry, journey } from './declaration.setup.js'
import { checkDeclaration } from './declaration-rules.js'
import { forms, hasForms } from './forms.setup.js'
import { toInputIssues } from './issue.js'
import { purposes, travellerKinds, vehicles } from './journey.js'
import { journeyWords, purposeWords, travellerKindWords, vehicleWords } from './journey-words.js'
import { genders, relations } from './person.js'
import type { Localized } from './text.js'

const { fields } = forms.entry
const valuesOf = (id: string) =>
  [...fields, ...forms.domestic.person, ...forms.domestic.relative]
    .find((field) => field.id === id)
    ?.options?.map(({ value }) => value)

/** A label as a portal of Thừa Thiên Huế with 14 days shows it. */
const fill = (text: string) => text.replace('{days}', '14').replace('{province}', 'Thừa Thiên Huế')
const say = (words: Readonly<Record<string, Localized>>) =>
  Object.entries(words).map(([id, { vi, en }]) => ({ id, vi: fill(vi), en: fill(en) }))

describe.skipIf(!hasForms)('the forms of the dispatch (domain/forms.json)', () => {
  it.each([
    ['travellerKind', travellerKinds],
    ['purpose', purposes],
    ['vehicle', vehicles],
    ['gender', genders],
    ['relation', relations.filter((relation) => relation !== 'self')],
  ])('offer of %s what the schema takes', (id, values) => {
    expect(valuesOf(id)).toEqual(values)
  })

  it('call each field of a journey as we do', () => {
    expect(say(journeyWords)).toEqual(fields.map(({ id, vi, en }) => ({ id, vi, en })))
  })

  it.each([
    ['travellerKind', travellerKindWords],
    ['purpose', purposeWords],
    ['vehicle', vehicleWords],
  ])('call each %s as we do', (id, words) => {
    const options = fields.find((field) => field.id === id)?.options

    expect(say(words)).toEqual(options?.map(({ value, vi, en }) => ({ id: value, vi, en })))
  })

  it('require of a journey what we require, and nothing more', () => {
    const required = fields.filter((field) => field.required).map(({ id }) => id)
    const missing = fields.flatMap(({ id }) => {
      const less = { ...entry, journey: { ...journey, [id]: undefined } }
      const { data, error } = entryDeclarationSchema.safeParse(less, { reportInput: true })
      const issues = data
        ? checkDeclaration(data, config, Date.parse('2021-03-03T05:00:00Z'))
        : toInputIssues(error)
      return issues.some(({ path }) => path === `journey.${id}`) ? [id] : []
    })

    expect(missing).toEqual(required)
  })
})
