import { declarationSchema, type Province } from '@kbyt/sdk/schema'
import { defaultConfig } from '@kbyt/server'
import { expect, it } from 'vitest'
import { createDraft, createPersonDraft } from './blank-draft.js'
import type { PersonDraft } from './draft.js'
import { findIssues } from './find-issues.js'
import { toBornOn, toWire } from './to-wire.js'

const coastal: Province = {
  version: '2021-03',
  code: '45',
  name: 'Tỉnh Quảng Trị',
  districts: [
    { code: '461', name: 'Thành phố Đông Hà' },
    { code: '471', name: 'Huyện Cồn Cỏ' },
  ],
  wards: [{ code: '19330', name: 'Phường Đông Giang', districtCode: '461' }],
}

const context = {
  config: defaultConfig,
  language: 'vi',
  nowMs: Date.parse('2021-03-03T01:00:00Z'),
  places: { find: (code: string) => (code === '45' ? coastal : undefined) },
} as const

const answers: Partial<PersonDraft> = {
  relation: 'self',
  fullName: 'Trần Văn An',
  idNumber: '046090012345',
  year: '1990',
  gender: 'male',
  provinceCode: '46',
  districtCode: '474',
  wardCode: '19747',
  hamlet: 'Tổ 5',
  hasNoSymptoms: true,
  contacts: Object.fromEntries(defaultConfig.contacts.map(({ value }) => [value, false])),
  hasVisits: false,
}

const setup = (...people: Partial<PersonDraft>[]) => ({
  ...createDraft('46'),
  people: people.map((person) => createPersonDraft({ ...answers, ...person })),
  consents: defaultConfig.consents.map(({ purpose }) => purpose),
})
const list = (draft: ReturnType<typeof setup>) =>
  findIssues(draft, context).map(({ path, code }) => `${path} ${code}`)

it('finds nothing wrong with a complete draft, and the contract takes it', () => {
  const draft = setup({}, { relation: 'child', idNumber: '000000000', year: '2018' })

  expect(list(draft)).toEqual([])
  expect(declarationSchema.safeParse(toWire(draft, context)).success).toBe(true)
})

it('finds what the schema and what the rules refuse at once, top of the page first', () => {
  const draft = setup({ fullName: '', idNumber: '000000000', hamlet: '', hasVisits: true })

  expect(list(draft)).toEqual([
    'people.0.person.fullName required',
    'people.0.person.identityDocument.number document_placeholder_adult',
    'people.0.person.address.hamlet hamlet_required',
  ])
})

it('asks for a ward where the district has wards, and not on an island without', () => {
  const unanswered = { provinceCode: '45', wardCode: '' }

  expect(list(setup({ ...unanswered, districtCode: '461' }))).toEqual([
    'people.0.person.address.wardCode required',
  ])
  expect(list(setup({ ...unanswered, districtCode: '471' }))).toEqual([])
})

it('blames a shared address once, where it is asked', () => {
  const draft = setup({ wardCode: '' }, { relation: 'child', idNumber: '', isSameAddress: true })

  expect(list(draft)).toEqual([
    'people.0.person.address.wardCode required',
    'people.1.person.identityDocument.number required',
  ])
})

it('sees one ID number given to two people', () => {
  const draft = setup({}, { relation: 'spouse' })

  expect(list(draft)).toEqual(['people.1.person.identityDocument.number person_twice'])
})

it.each([
  [{ day: '', month: '', year: '1990' }, '1990'],
  [{ day: '5', month: '8', year: '1990' }, '1990-08-05'],
  [{ day: '', month: '', year: '' }, ''],
])('writes %o as %s', (parts, bornOn) => {
  expect(toBornOn(createPersonDraft(parts))).toBe(bornOn)
})

it('calls a day without a month impossible', () => {
  expect(list(setup({ day: '5' }))).toEqual(['people.0.person.bornOn birth_date_impossible'])
})
