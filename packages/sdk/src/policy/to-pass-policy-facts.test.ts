import { expect, it } from 'vitest'
import { facts as passFacts, setupIssuer } from '../qr/qr.setup.js'
import { signPass } from '../qr/sign.js'
import { verifyQr } from '../qr/verify-qr.js'
import { journey } from '../schema/declaration.setup.js'
import type { Journey, JourneyPlace } from '../schema/journey.js'
import { toEntryFacts } from '../schema/to-entry-facts.js'
import { findParents } from './facts.setup.js'
import { evaluatePolicy, type Policy, toPassPolicyFacts } from './index.js'
import { readPolicy } from './policy.setup.js'

const hue = readPolicy('hue-2021-03-03')
const arrivedAtMs = Date.parse('2021-03-05T08:00:00+07:00')
const options = { arrivedAtMs, lookBackDays: 14, findParents }
const at = (wardCode: string, provinceCode: string): JourneyPlace => ({
  placesVersion: '2021-03',
  provinceCode,
  wardCode,
  hamlet: 'Tổ 1',
  isHamletListed: true,
  points: [],
})

/** Signs the pass of a journey for real, scans it, and asks the policy at the checkpoint. */
async function decideOffline(changes: Partial<Journey>, policy: Policy = hue) {
  const { signer, options: trust } = await setupIssuer()
  const said = toEntryFacts(
    { journey: { ...journey, ...changes }, recentPlaces: [] },
    passFacts.declaredAt,
  )
  const text = await signPass(signer, { ...passFacts, kind: 'entry', ...said })
  const pass = await verifyQr(text, trust)
  return evaluatePolicy(policy, toPassPolicyFacts(pass, options), arrivedAtMs)
}

it.each([
  ['a province zone', '10891', '30', 'central-quarantine'],
  ['a ward zone', '00622', '01', 'central-quarantine'],
  ['no zone', '00004', '01', 'none'],
  ['a ward with a hamlet zone', '00673', '01', 'ask-officer'],
  ['a ward with a point zone', '20227', '48', 'ask-officer'],
])('decides a signed pass from %s without a network', async (_, ward, province, measure) => {
  const stays = [{ ...at(ward, province), from: '2021-02-24', to: '2021-02-26' }]

  expect((await decideOffline({ stays })).measure).toBe(measure)
})

it('decides by the origin where no stay tells it', async () => {
  const decision = await decideOffline({ origin: at('10891', '30'), stays: [] })

  expect(decision).toMatchObject({ measure: 'central-quarantine', untilDate: '2021-03-18' })
})

it('asks an officer where a rule needs what no pass says', async () => {
  const [rule] = hue.rules
  const conditions = { symptoms: 'any' as const }

  expect(await decideOffline({}, { ...hue, rules: [{ ...rule!, conditions }] })).toMatchObject({
    measure: 'ask-officer',
    missing: [{ code: 'symptoms_unknown' }],
  })
})

const declared = {
  declaredAt: '2021-03-03T01:00:00.000Z',
  shouldAskOfficer: false,
  entry: { placesVersion: '2021-03', destinationWard: '19789', stays: [] },
}
const toFacts = (changes: object) => toPassPolicyFacts({ ...declared, ...changes }, options)

it.each<[string, object, string[]]>([
  ['is domestic', { entry: undefined }, ['stays_unknown']],
  ['could not hold everything', { shouldAskOfficer: true }, ['stays_too_short']],
  [
    'names a ward nobody knows',
    {
      entry: {
        ...declared.entry,
        stays: [{ wardCode: '99999', firstDaysBefore: 3, lastDaysBefore: 1 }],
      },
    },
    ['stay_units_differ'],
  ],
  [
    'names units of another date',
    {
      entry: {
        ...declared.entry,
        placesVersion: '2025-07',
        stays: [{ wardCode: '10891', firstDaysBefore: 3, lastDaysBefore: 1 }],
      },
    },
    ['stay_units_differ'],
  ],
])('asks an officer about a pass that %s', (_, changes, codes) => {
  const decision = evaluatePolicy(hue, toFacts(changes), arrivedAtMs)

  expect(decision.measure === 'ask-officer' && decision.missing.map(({ code }) => code)).toEqual(
    codes,
  )
})

it('reads the first and the last day a pass can say for what they stand for', () => {
  const stays = [
    { wardCode: '00001', firstDaysBefore: 5, lastDaysBefore: 2 },
    { wardCode: '00001', firstDaysBefore: 0, lastDaysBefore: 0 },
    { wardCode: '00001', firstDaysBefore: 23, lastDaysBefore: 23 },
  ]
  const days = toFacts({ entry: { ...declared.entry, stays } }).stays?.map((stay) => [
    stay.fromEarliest,
    stay.from,
    stay.to,
    stay.toLatest,
  ])

  expect(days).toEqual([
    ['2021-02-26', '2021-02-26', '2021-03-01', '2021-03-01'],
    ['2021-03-03', '2021-03-05', '2021-03-03', '2021-03-05'],
    ['1900-01-01', '2021-02-08', '1900-01-01', '2021-02-08'],
  ])
})

it('puts no arrival before the declaration when the clock is behind', () => {
  const stays = [{ wardCode: '00001', firstDaysBefore: 0, lastDaysBefore: 0 }]
  const behind = { ...options, arrivedAtMs: Date.parse('2021-03-02T08:00:00+07:00') }
  const { stays: [stay] = [] } = toPassPolicyFacts(
    { ...declared, entry: { ...declared.entry, stays } },
    behind,
  )

  expect(stay).toMatchObject({ from: '2021-03-03', toLatest: '2021-03-03' })
})
