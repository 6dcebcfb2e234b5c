import { expect, it } from 'vitest'
import type { FiledDeclaration } from './declaration.js'
import { config, thao } from './declaration.setup.js'
import { toEntryDraft } from './to-entry-draft.js'

/** Noon in Việt Nam, 3 March 2021. */
const nowMs = Date.parse('2021-03-03T05:00:00Z')

const pass: FiledDeclaration['people'][number]['pass'] = {
  passId: '00c0ffee00000001',
  text: '1',
  kind: 'domestic',
  displayName: 'N.T.P. Thảo',
  issuedAt: '2021-03-03T08:00:00+07:00',
  validUntil: '2021-03-10T08:00:00+07:00',
  state: 'valid',
}
const self = { personId: 'a', ...thao, pass }
const son = { ...self, personId: 'c', relation: 'child' as const }

const file = (changes: Partial<FiledDeclaration>): FiledDeclaration => ({
  declarationId: 'd',
  kind: 'domestic',
  channel: 'self',
  declaredAt: '2021-03-03T08:00:00+07:00',
  isSuperseded: false,
  people: [self],
  consents: [],
  ...changes,
})
const draft = (...declarations: FiledDeclaration[]) => toEntryDraft(declarations, { config, nowMs })

it('starts with each person as declared, and asks only for the way', () => {
  const { people } = draft(file({ people: [self, son] }))

  expect(people).toEqual([thao, { ...thao, relation: 'child' }])
})

it('takes each person from their newest declaration that stands', () => {
  const moved = { ...self, person: { ...thao.person, email: 'thao@example.vn' } }
  const withdrawn = { ...self, person: { ...thao.person, email: 'other@example.vn' } }

  const { people } = draft(
    file({ people: [withdrawn], withdrawnAt: '2021-03-03T09:00:00+07:00' }),
    file({ kind: 'entry', people: [withdrawn] }),
    file({ people: [moved] }),
    file({ people: [self, son], isSuperseded: true }),
  )

  expect(people.map(({ relation, person }) => [relation, person.email])).toEqual([
    ['self', 'thao@example.vn'],
    ['child', undefined],
  ])
})

it('leaves out whom a newer version filed in words it could not send', () => {
  const newer = { ...son, relation: 'neighbour' }

  const { people } = draft(file({ people: [self, newer] }), file({ people: [son] }))

  expect(people.map(({ relation }) => relation)).toEqual(['self'])
})

it('asks again for health of another day in Việt Nam', () => {
  const answered = (declaredAt: string) =>
    draft(file({ declaredAt })).people.map(({ health, recentPlaces }) => [
      health !== undefined,
      recentPlaces !== undefined,
    ])

  expect(answered('2021-03-02T17:00:00Z')).toEqual([[true, true]])
  expect(answered('2021-03-02T16:59:59Z')).toEqual([[false, false]])
})

it('leads who lives here back to that address', () => {
  const { street: _, ...place } = thao.person.address
  const address = { ...place, street: '12 Nguyễn Huệ' }

  const { journey } = draft(file({ people: [{ ...self, person: { ...thao.person, address } }] }))

  expect(journey).toEqual({
    travellerKind: 'returner',
    destination: place,
    destinationAddress: '12 Nguyễn Huệ',
  })
})

it('lets who lives elsewhere come from there', () => {
  const address = { ...thao.person.address, provinceCode: '01', wardCode: '00001' }

  const { journey } = draft(file({ people: [{ ...self, person: { ...thao.person, address } }] }))

  expect(journey).toEqual({ travellerKind: 'visitor', origin: address })
})

it('takes no place in units of another date', () => {
  const address = { ...thao.person.address, placesVersion: '2025-07' }

  expect(
    draft(file({ people: [{ ...self, person: { ...thao.person, address } }] })).journey,
  ).toEqual({})
})

it('keeps one declarer where two declared from one phone', () => {
  const husband = { ...self, personId: 'b' }

  const { people } = draft(file({}), file({ people: [husband] }))

  expect(people.map(({ relation }) => relation)).toEqual(['self', 'other'])
})

it('is empty for a phone that has declared nothing', () => {
  expect(draft()).toEqual({ kind: 'entry', people: [], journey: {} })
})
