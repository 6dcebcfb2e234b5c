import { expect, it } from 'vitest'
import type { DeclaredPerson, DomesticDeclaration, RecentPlace } from './declaration.js'
import { config, declaration, thao } from './declaration.setup.js'
import { checkDeclaration } from './declaration-rules.js'

/** Noon in Việt Nam, 3 March 2021. */
const noon = Date.parse('2021-03-03T05:00:00Z')

const check = (changes: Partial<DomesticDeclaration>, nowMs = noon) =>
  checkDeclaration({ ...declaration, ...changes }, config, nowMs)

const checkPerson = (changes: Partial<DeclaredPerson>, nowMs = noon) =>
  check({ people: [{ ...thao, ...changes }] }, nowMs)

const born = (bornOn: string, type: 'child' | 'cccd' = 'cccd'): Partial<DeclaredPerson> => {
  const number = type === 'child' ? '000000000' : '046190001234'
  return { person: { ...thao.person, bornOn, identityDocument: { type, number } } }
}

it('finds nothing wrong with a proper declaration', () => {
  expect(check({})).toEqual([])
})

it.each(['2021-03-04', '2022'])('refuses somebody born in the future (%s)', (bornOn) => {
  expect(checkPerson(born(bornOn))).toEqual([
    { path: 'people.0.person.bornOn', code: 'birth_date_future' },
  ])
})

it.each(['2021-03-03', '2021'])('takes a newborn (%s)', (bornOn) => {
  expect(checkPerson(born(bornOn))).toEqual([])
})

it('asks for the date in Việt Nam, not in UTC', () => {
  const justAfterMidnight = Date.parse('2021-03-03T17:00:00Z')

  expect(checkPerson(born('2021-03-04'), justAfterMidnight)).toEqual([])
  expect(checkPerson(born('2021-03-04'), justAfterMidnight - 1)).toHaveLength(1)
})

// dispatch 391, I.4.b
it.each([
  ['2005-03-04', []],
  ['2005-03-03', ['document_placeholder_adult']],
  ['2007-03-03', []],
  ['2005', []],
  ['2004', ['document_placeholder_adult']],
  ['1990', ['document_placeholder_adult']],
])('judges nine zeros for somebody born %s', (bornOn, codes) => {
  expect(checkPerson(born(bornOn, 'child')).map(({ code }) => code)).toEqual(codes)
})

it('refuses nine zeros from midnight in Việt Nam on the sixteenth birthday', () => {
  const midnight = Date.parse('2021-03-02T17:00:00Z')

  expect(checkPerson(born('2005-03-03', 'child'), midnight - 1)).toEqual([])
  expect(checkPerson(born('2005-03-03', 'child'), midnight)).toEqual([
    { path: 'people.0.person.identityDocument.number', code: 'document_placeholder_adult' },
  ])
})

it('asks for the hamlet in its own province only', () => {
  const { hamlet: _, ...address } = thao.person.address
  const inHanoi = { ...address, provinceCode: '01', wardCode: '00001' }

  expect(checkPerson({ person: { ...thao.person, address } })).toEqual([
    { path: 'people.0.person.address.hamlet', code: 'hamlet_required' },
  ])
  expect(checkPerson({ person: { ...thao.person, address: inHanoi } })).toEqual([])
})

it('refuses an address in units of another date', () => {
  const address = { ...thao.person.address, placesVersion: '2025-07' }

  expect(checkPerson({ person: { ...thao.person, address } })).toEqual([
    { path: 'people.0.person.address.wardCode', code: 'place_unknown' },
  ])
})

it.each([
  ['symptoms', { ...thao.health, symptoms: ['fever', 'boredom'] }],
  ['conditions', { ...thao.health, conditions: ['boredom'] }],
  ['contacts', { ...thao.health, contacts: { case: false, abroad: true, boredom: true } }],
])('refuses %s that the portal does not list', (list, health) => {
  expect(checkPerson({ health })).toEqual([
    { path: `people.0.health.${list}`, code: 'option_unknown' },
  ])
})

it('asks for an answer to each question of contact', () => {
  expect(checkPerson({ health: { ...thao.health, contacts: { case: true } } })).toEqual([
    { path: 'people.0.health.contacts.abroad', code: 'answer_missing' },
  ])
})

it('takes nothing inherited for an answer', () => {
  const contacts: Record<string, boolean> = Object.create({ case: false, abroad: false })

  const codes = checkPerson({ health: { ...thao.health, contacts } }).map(({ code }) => code)

  expect(codes).toEqual(['answer_missing', 'answer_missing'])
})

it.each([
  ['today', '2021-03-03', []],
  ['tomorrow', '2021-03-04', ['date_outside_window']],
  ['14 days ago', '2021-02-17', []],
  ['15 days ago', '2021-02-16', ['date_outside_window']],
])('judges a stay that ended %s', (_, to, codes) => {
  const stay: RecentPlace = { level: 'province', code: '30', from: '2021-01-01', to }

  const issues = checkPerson({ recentPlaces: [stay] })

  expect(issues.map(({ code }) => code)).toEqual(codes)
  for (const { path } of issues) expect(path).toBe('people.0.recentPlaces.0.to')
})

it('moves the window on at midnight in Việt Nam', () => {
  const stay: RecentPlace = { level: 'country', code: 'KR', from: '2021-02-01', to: '2021-02-17' }
  const midnight = Date.parse('2021-03-03T17:00:00Z')

  expect(checkPerson({ recentPlaces: [stay] }, midnight - 1)).toEqual([])
  expect(checkPerson({ recentPlaces: [stay] }, midnight)).toHaveLength(1)
})

const another = (number: string, relation: DeclaredPerson['relation'] = 'other') => ({
  ...thao,
  relation,
  person: { ...thao.person, identityDocument: { type: 'cccd' as const, number } },
})
const child = { ...thao, relation: 'child' as const, ...born('2015', 'child') }

it('takes as many people as the portal allows', () => {
  const people = [thao, another('046190001235'), another('046190001236')]

  expect(check({ people })).toEqual([])
  expect(check({ people: [...people, another('046190001237')] })).toEqual([
    { path: 'people', code: 'too_many' },
  ])
})

it('takes one declarer', () => {
  expect(check({ people: [thao, another('046190001235', 'self')] })).toEqual([
    { path: 'people', code: 'self_twice' },
  ])
})

it('takes a declaration for relatives alone', () => {
  expect(check({ people: [another('046190001235', 'parent')] })).toEqual([])
})

it('refuses the same number twice, however it is written', () => {
  expect(check({ people: [thao, another('046 190 001 234')] })).toEqual([
    { path: 'people.1.person.identityDocument.number', code: 'person_twice' },
  ])
})

it('refuses a CMND of 12 digits beside the CCCD that has its number', () => {
  const [cccd, cmnd] = [another('046190001235'), another('046190001235')]
  const identityDocument = { ...cmnd.person.identityDocument, type: 'cmnd' as const }

  expect(
    check({ people: [cccd, { ...cmnd, person: { ...cmnd.person, identityDocument } }] }),
  ).toEqual([{ path: 'people.1.person.identityDocument.number', code: 'person_twice' }])
})

// ATTACKS 72
it('takes two children without papers for two people', () => {
  expect(check({ people: [thao, child, child] })).toEqual([])
})

it('asks for the consents that are needed, and for no others', () => {
  expect(check({ consents: [] })).toEqual([
    { path: 'consents.disease-control', code: 'consent_missing' },
  ])
})

it.each(['disease-control', 'newsletter'])('refuses consent to an old text (%s)', (purpose) => {
  const consents = [
    ...declaration.consents.filter((consent) => consent.purpose !== purpose),
    { purpose, version: '0', language: 'vi' as const },
  ]

  expect(check({ consents })).toEqual([{ path: `consents.${purpose}`, code: 'consent_outdated' }])
})

it('names every field that is wrong, of every person', () => {
  const wrong = { ...thao, ...born('2022') }

  const issues = check({ people: [wrong, { ...wrong, relation: 'parent' }], consents: [] })

  expect(issues.map(({ path }) => path)).toEqual([
    'people.0.person.bornOn',
    'people.1.person.bornOn',
    'people.1.person.identityDocument.number',
    'consents.disease-control',
  ])
})
