import { createMock } from '@kbyt/mock-server'
import { createClient, isKbytError, requestOtp, submitDeclaration, verifyOtp } from '@kbyt/sdk'
import { declarationSchema } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { forms, hasForms } from '../packages/sdk/src/schema/forms.setup.js'
import { contacts, symptoms } from '../packages/server/src/portal/default-options.js'
import { en } from '../packages/widgets/src/words/declaration-form.en.js'
import { type DeclarationFormWords, vi } from '../packages/widgets/src/words/declaration-form.vi.js'

const { person, relative, insurance, health, fields } = forms.domestic
const all = [...person, ...relative, ...insurance, ...health, ...fields]

/** Which sentence asks for a field of the form. */
const asked: Record<string, (words: DeclarationFormWords) => string> = {
  fullName: (words) => words.person.fullName,
  identityDocument: (words) => words.person.identity,
  birthYear: (words) => words.person.birth,
  gender: (words) => words.person.gender,
  nationality: (words) => words.person.nationality,
  phone: (words) => words.person.phone,
  email: (words) => words.person.email,
  'address.province': (words) => words.person.province,
  'address.district': (words) => words.person.district,
  'address.ward': (words) => words.person.ward,
  'address.hamlet': (words) => words.person.hamlet,
  'address.street': (words) => words.person.street,
  relation: (words) => words.person.relation,
  hasInsuranceCard: (words) => words.person.hasInsurance,
  insuranceNumber: (words) => words.person.insuranceNumber,
  symptoms: (words) => words.health.symptomsOwn,
  contacts: (words) => words.health.contactsOwn,
  conditions: (words) => words.health.conditionsOwn,
  pregnant: (words) => words.health.isPregnant,
  recentPlaces: (words) => words.health.placesOwn,
}
/** Where a declaration says what a field of the form asks. */
const said: Record<string, string> = {
  fullName: 'person.fullName',
  identityDocument: 'person.identityDocument',
  birthYear: 'person.bornOn',
  gender: 'person.gender',
  nationality: 'person.nationality',
  phone: 'person.phone',
  email: 'person.email',
  'address.province': 'person.address.provinceCode',
  'address.district': 'person.address.districtCode',
  'address.ward': 'person.address.wardCode',
  'address.hamlet': 'person.address.hamlet',
  'address.street': 'person.address.street',
  relation: 'relation',
  insuranceNumber: 'person.insuranceNumber',
  symptoms: 'health.symptoms',
  contacts: 'health.contacts',
  conditions: 'health.conditions',
  pregnant: 'health.isPregnant',
  recentPlaces: 'recentPlaces',
}

const inDays = (text: string) => text.replace('{days}', '14')

/** The same without what stands at a path. */
function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  const { [key]: inner, ...others } = Object(value)
  return rest.length === 0 ? others : { ...others, [key]: without(inner, rest) }
}

/** Declares for somebody of the portal's province, one field left out; says which fields were asked for. */
async function setup() {
  const mock = createMock()
  const client = createClient({ baseUrl: 'http://kbyt.test', fetch: mock.app.request })
  const { people, consents } = await mock.seed([{ fullName: 'Trần Văn An' }])
  const whole = declarationSchema.parse({ kind: 'domestic', people, consents })
  const { challengeId } = await requestOtp(client, { phone: '0905 123 456' })
  await verifyOtp(client, { challengeId, code: mock.inbox.lastCode('0905 123 456') })
  return async (path: string): Promise<string[]> => {
    const declared = Object(without(whole.people[0], path.split('.')))
    try {
      await submitDeclaration(client, { ...whole, people: [declared] })
      return []
    } catch (error) {
      return isKbytError(error) ? (error.issues ?? []).map((issue) => issue.path) : []
    }
  }
}

describe.skipIf(!hasForms)('the in-province form of the dispatch (domain/forms.json)', () => {
  it('is asked in the words of the dispatch, in both languages', () => {
    const own = all.map(({ id }) => ({
      id,
      vi: inDays(asked[id]?.(vi) ?? ''),
      en: inDays(asked[id]?.(en) ?? ''),
    }))

    expect(own).toEqual(all.map(({ id, vi, en }) => ({ id, vi, en })))
  })

  it.each([
    ['gender', vi.genders, en.genders],
    ['relation', vi.relations, en.relations],
  ])('offers each %s in its words', (id, vietnamese, english) => {
    const options = all.find((field) => field.id === id)?.options ?? []

    expect(vietnamese).toMatchObject(
      Object.fromEntries(options.map(({ value, vi }) => [value, vi])),
    )
    expect(english).toMatchObject(Object.fromEntries(options.map(({ value, en }) => [value, en])))
  })

  it.each([
    ['symptoms', symptoms],
    ['contacts', contacts],
  ])('has in its default configuration the %s it asks for', (id, options) => {
    const own = options.map(({ value, label }) => ({ value, ...label }))

    expect(own).toEqual(all.find((field) => field.id === id)?.options)
  })

  it('requires what the form requires, and the hamlet in the province of the portal', async () => {
    const leaveOut = await setup()
    const required: string[] = []

    for (const [id, path] of Object.entries(said)) {
      const issues = await leaveOut(path)
      if (issues.some((each) => each.startsWith(`people.0.${path}`))) required.push(id)
    }

    const expected = all.filter((field) => field.required).map(({ id }) => id)
    expect(required.sort()).toEqual([...expected, 'address.hamlet'].sort())
  })
})
