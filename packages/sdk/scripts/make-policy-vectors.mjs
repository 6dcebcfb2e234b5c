// Writes vectors/policy.json: what a policy asks of whom, for whoever writes an evaluator in another
// language. docs/guide/write-a-policy.md explains the file.
// node_modules/.bin/node packages/sdk/scripts/make-policy-vectors.mjs, then biome check --write on the file
import { readFileSync, writeFileSync } from 'node:fs'
import '../../../scripts/typescript-sources.mjs'

const { checkPolicy, comparePolicies, evaluatePolicy } = await import('../src/policy/index.ts')

/** @typedef {import('../src/policy/index.js').Policy} Policy */
/** @typedef {import('../src/policy/index.js').PolicyFacts} PolicyFacts */
/** @typedef {import('../src/policy/index.js').PolicyRule} PolicyRule */

/** @param {string} version @returns {Policy} */
const read = (version) =>
  JSON.parse(readFileSync(new URL(`../policies/${version}.json`, import.meta.url), 'utf8'))
const feb = read('hue-2021-02-09')
const march = read('hue-2021-03-03')
const haiphong = read('haiphong-2021-11-02')

const label = { vi: 'Quy tắc', en: 'Rule' }
const area = { name: 'Vùng', riskLevel: 'high', from: '2021-02-01T00:00:00+07:00' }
const ward = { ...area, provinceCode: '01', districtCode: '020', wardCode: '00673' }

/** @param {string} id @param {Partial<PolicyRule>} parts @returns {PolicyRule} */
const rule = (id, parts) => ({
  id,
  label,
  conditions: {},
  measure: 'self-monitoring',
  days: 7,
  testDays: [],
  ...parts,
})

/** Every level and every condition once. @type {Policy} */
const whole = {
  version: 'vectors',
  label: { vi: 'Chính sách thử', en: 'Policy of the vectors' },
  validFrom: '2021-03-01T06:00:00+07:00',
  validTo: '2021-04-01T00:00:00+07:00',
  legalBasis: 'Thông báo 1',
  placesVersion: '2021-03',
  lookBackDays: 14,
  riskLevels: [
    { value: 'high', label: { vi: 'Cao', en: 'High' } },
    { value: 'medium', label: { vi: 'Vừa', en: 'Medium' } },
  ],
  zones: [
    { id: 'province', level: 'province', ...area, riskLevel: 'medium', provinceCode: '22' },
    { id: 'district', level: 'district', ...area, provinceCode: '30', districtCode: '295' },
    { id: 'ward', level: 'ward', ...ward, wardCode: '00622', districtCode: '019' },
    { id: 'hamlet', level: 'hamlet', ...ward, hamlet: 'Thôn Đông' },
    { id: 'point', level: 'point', ...ward, wardCode: '00676', pointCode: 'cho' },
    {
      id: 'timed',
      level: 'province',
      ...area,
      provinceCode: '64',
      from: '2021-02-25T12:00:00+07:00',
      to: '2021-02-27T12:00:00+07:00',
      legalBasis: 'Thông báo 2',
    },
  ],
  rules: [
    rule('high', {
      conditions: { riskLevels: ['high'] },
      measure: 'central-quarantine',
      days: 14,
      testDays: [1, 14],
      legalBasis: 'Quyết định 3',
    }),
    rule('medium-lately', {
      conditions: { riskLevels: ['medium'], daysSinceLeaving: { min: 1, max: 7 } },
      measure: 'home-quarantine',
      days: 7,
      testDays: [2, 7],
    }),
    rule('sick', {
      conditions: { symptoms: ['fever', 'cough'] },
      measure: 'test-only',
      days: 0,
      testDays: [1],
    }),
    rule('contact', {
      conditions: { contacts: { patient: true } },
      measure: 'central-quarantine',
      days: 21,
    }),
    rule('flight', { conditions: { vehicles: ['plane'], purposes: ['duty'] }, days: 3 }),
    rule('unvaccinated', {
      conditions: { vaccinationDoses: { max: 1 }, groups: { recovered: false } },
      days: 14,
    }),
  ],
  defaultMeasure: { measure: 'none', days: 0, testDays: [] },
  examples: [],
}

const units = { placesVersion: '2021-03', provinceCode: '01' }
const away = { from: '2021-02-20', to: '2021-03-02', ...units }
const inWard = { ...away, districtCode: '020', wardCode: '00673' }
/** @type {PolicyFacts} */
const plain = {
  stays: [],
  symptoms: [],
  contacts: { patient: false },
  vehicle: 'coach',
  purpose: 'work',
  vaccinationDoses: 2,
  groups: { recovered: false },
}

/** @type {Record<string, PolicyFacts>} */
const people = {
  'nowhere else': {},
  'a district zone': { stays: [{ ...away, provinceCode: '30', districtCode: '295' }] },
  'another district of its province': {
    stays: [{ ...away, provinceCode: '30', districtCode: '290' }],
  },
  'the province of a district zone, no district known': {
    stays: [{ ...away, provinceCode: '30' }],
  },
  'a ward zone': { stays: [{ ...away, districtCode: '019', wardCode: '00622' }] },
  'a ward zone, the district not known': { stays: [{ ...away, wardCode: '00622' }] },
  'the hamlet of a zone, in other case': { stays: [{ ...inWard, hamlet: 'THÔN  ĐÔNG' }] },
  'the hamlet of a zone, in NFD': { stays: [{ ...inWard, hamlet: 'Thôn Đông'.normalize('NFD') }] },
  'a hamlet without its marks': { stays: [{ ...inWard, hamlet: 'Thon Dong' }] },
  'another hamlet from the list': {
    stays: [{ ...inWard, hamlet: 'Thôn Tây', isHamletListed: true }],
  },
  'another hamlet as free text': { stays: [{ ...inWard, hamlet: 'Thôn Tây' }] },
  'a pass that ends at the ward': { stays: [inWard] },
  'the point of a zone': { stays: [{ ...inWard, wardCode: '00676', points: ['cho'] }] },
  'none of the points': { stays: [{ ...inWard, wardCode: '00676', points: [] }] },
  'points not asked for': { stays: [{ ...inWard, wardCode: '00676' }] },
  'none of the points, in a hamlet as free text': {
    stays: [{ ...inWard, wardCode: '00676', hamlet: 'gần chợ', points: [] }],
  },
  'none of the points, in a hamlet from the list': {
    stays: [{ ...inWard, wardCode: '00676', hamlet: 'Thôn Tây', isHamletListed: true, points: [] }],
  },
  'a last day known to bounds, all of them within 14 days': {
    stays: [
      {
        ...away,
        provinceCode: '30',
        districtCode: '295',
        to: '2021-02-20',
        toLatest: '2021-03-02',
      },
    ],
    arrivedAt: '2021-03-06T08:00:00+07:00',
  },
  'a last day known to bounds, some of them 15 days ago': {
    stays: [
      {
        ...away,
        provinceCode: '30',
        districtCode: '295',
        to: '2021-02-20',
        toLatest: '2021-03-02',
      },
    ],
    arrivedAt: '2021-03-07T08:00:00+07:00',
  },
  'units of another year': { stays: [{ ...away, placesVersion: '2025-07' }] },
  'units not said': { stays: [{ ...away, placesVersion: undefined }] },
  abroad: { stays: [{ from: '2021-02-20', to: '2021-03-01', countryCode: 'LA' }] },
  'left 14 days ago': {
    stays: [{ ...away, provinceCode: '30', districtCode: '295', to: '2021-02-20' }],
    arrivedAt: '2021-03-06T08:00:00+07:00',
  },
  'left 15 days ago': {
    stays: [{ ...away, provinceCode: '30', districtCode: '295', to: '2021-02-20' }],
    arrivedAt: '2021-03-07T08:00:00+07:00',
  },
  'a medium zone, left yesterday': { stays: [{ ...away, provinceCode: '22' }] },
  'a medium zone, left today': { stays: [{ ...away, provinceCode: '22', to: '2021-03-03' }] },
  'a medium zone, left 8 days ago': { stays: [{ ...away, provinceCode: '22', to: '2021-02-23' }] },
  'a timed zone, gone the day before': {
    stays: [{ ...away, provinceCode: '64', to: '2021-02-24' }],
  },
  'a timed zone, gone on its first day': {
    stays: [{ ...away, provinceCode: '64', to: '2021-02-25' }],
  },
  'a timed zone, come on its last day': {
    stays: [{ ...away, provinceCode: '64', from: '2021-02-27' }],
  },
  'a timed zone, come the day after': {
    stays: [{ ...away, provinceCode: '64', from: '2021-02-28' }],
  },
  'two stays in two zones': {
    stays: [
      { ...away, provinceCode: '22' },
      { ...away, wardCode: '00622' },
    ],
  },
  'stays not known': { stays: undefined },
  'stays of 13 days': { staysSince: '2021-02-18' },
  'stays of 14 days': { staysSince: '2021-02-17' },
  'a sign': { symptoms: ['cough'] },
  'another sign': { symptoms: ['fatigue'] },
  'signs not known': { symptoms: undefined },
  'a contact': { contacts: { patient: true } },
  'a contact beside a stay in a zone': {
    contacts: { patient: true },
    stays: [{ ...away, wardCode: '00622' }],
  },
  'a contact not answered': { contacts: {} },
  'a flight on duty': { vehicle: 'plane', purpose: 'duty' },
  'a flight, the purpose not known': { vehicle: 'plane', purpose: undefined },
  'a coach, the purpose not known': { purpose: undefined },
  'one dose': { vaccinationDoses: 1 },
  'doses not known': { vaccinationDoses: undefined },
  'doses not known of somebody recovered': {
    vaccinationDoses: undefined,
    groups: { recovered: true },
  },
  'doses not known of a contact': { vaccinationDoses: undefined, contacts: { patient: true } },
  'a group not known': { vaccinationDoses: 0, groups: {} },
}

/** @type {Record<string, string>} */
const moments = {
  'a millisecond before its hour': '2021-03-01T05:59:59.999+07:00',
  'at its hour': '2021-03-01T06:00:00+07:00',
  'a millisecond before midnight in Việt Nam': '2021-03-03T23:59:59.999+07:00',
  'at midnight in Việt Nam': '2021-03-04T00:00:00+07:00',
  'in a year that has 29 February': '2024-02-20T08:00:00+07:00',
  'at its end': '2021-04-01T00:00:00+07:00',
}

const now = '2021-03-03T08:00:00+07:00'
/** @param {string} name @param {Policy} policy @param {string} at @param {PolicyFacts} given */
const decide = (name, policy, at, given) => {
  const facts = JSON.parse(JSON.stringify(given))
  const decision = evaluatePolicy(policy, facts, Date.parse(at))
  return { name, policy: policy.version, at, facts, decision }
}

const [zone = null] = whole.zones
const [first = null] = whole.rules
/** @type {Record<string, object>} */
const drafts = {
  'no validFrom': { validFrom: undefined },
  'an instant without offset': { validFrom: '2021-03-01T06:00:00' },
  'an unknown zone level': { zones: [{ ...zone, level: 'country' }] },
  'a district zone without district': { zones: [{ ...zone, level: 'district' }] },
  'an unknown measure': { rules: [{ ...first, measure: 'prison' }] },
  'an unknown condition': { rules: [{ ...first, conditions: { age: { min: 60 } } }] },
  'half a day': { rules: [{ ...first, days: 0.5 }] },
  'an unknown risk level': { zones: [{ ...zone, riskLevel: 'hihg' }] },
  'an id twice': { zones: [zone, zone] },
  'an end before the beginning': { validTo: '2021-02-01T00:00:00+07:00' },
  'quarantine without days': { rules: [{ ...first, days: 0 }] },
  'an example that differs': {
    examples: [{ name: 'A', at: now, given: plain, expected: { measure: 'central-quarantine' } }],
  },
  'two rules that contradict': { rules: [first, { ...first, id: 'again', days: 21 }] },
}

const vectors = {
  about:
    'Test vectors of @kbyt/sdk/policy; docs/guide/write-a-policy.md explains them. A missing key means "not known".',
  policies: [whole, feb, march, haiphong],
  decisions: [
    ...Object.entries(people).map(([name, facts]) =>
      decide(name, whole, now, { ...plain, ...facts }),
    ),
    ...Object.entries(moments).map(([name, at]) =>
      decide(name, at.startsWith('2024') ? { ...march } : whole, at, {
        ...plain,
        contacts: { patient: true },
        stays: [
          {
            ...away,
            from: '2021-02-20',
            to: at.slice(0, 10),
            provinceCode: '30',
            districtCode: '295',
          },
        ],
      }),
    ),
    ...[feb, march, haiphong].flatMap((policy) =>
      policy.examples.map(({ name, at, given }) => decide(name, policy, at, given)),
    ),
  ],
  drafts: Object.entries(drafts).map(([name, changes]) => {
    const draft = JSON.parse(JSON.stringify({ ...whole, ...changes }))
    return { name, draft, issues: checkPolicy(draft) }
  }),
  comparisons: [
    {
      name: 'from 21 days to 14',
      old: feb.version,
      new: march.version,
      at: now,
      people: Object.entries(people).map(([personId, facts]) =>
        JSON.parse(JSON.stringify({ personId, facts: { ...plain, ...facts } })),
      ),
    },
  ].map((it) => ({
    ...it,
    comparison: comparePolicies(feb, march, it.people, Date.parse(it.at)),
  })),
}

const file = new URL('../vectors/policy.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(vectors, null, 2)}\n`)
