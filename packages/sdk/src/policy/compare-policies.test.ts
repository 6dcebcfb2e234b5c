import { expect, it } from 'vitest'
import { comparePolicies } from './index.js'
import { facts, now, readPolicy, stay } from './policy.setup.js'

const feb = readPolicy('hue-2021-02-09')
const march = readPolicy('hue-2021-03-03')
const from = (provinceCode: string, districtCode: string) => ({
  ...facts,
  stays: [{ ...stay, provinceCode, districtCode, wardCode: undefined }],
})
const people = [
  { personId: 'hai-duong-1', facts: from('30', '295') },
  { personId: 'hai-duong-2', facts: from('30', '290') },
  { personId: 'ha-long', facts: from('22', '193') },
  {
    personId: 'unclear',
    facts: {
      ...facts,
      stays: [{ ...stay, provinceCode: '22', districtCode: undefined, wardCode: undefined }],
    },
  },
  { personId: 'hue', facts: { ...facts, stays: [] } },
]

it('counts who changes from what to what, the largest group first', () => {
  expect(comparePolicies(feb, march, people, now)).toEqual({
    total: 5,
    unchanged: 1,
    changes: [
      {
        from: { measure: 'central-quarantine', days: 21 },
        to: { measure: 'central-quarantine', days: 14 },
        count: 2,
        personIds: ['hai-duong-1', 'hai-duong-2'],
      },
      {
        from: { measure: 'central-quarantine', days: 21 },
        to: { measure: 'ask-officer' },
        count: 1,
        personIds: ['unclear'],
      },
      {
        from: { measure: 'central-quarantine', days: 21 },
        to: { measure: 'none', days: 0 },
        count: 1,
        personIds: ['ha-long'],
      },
    ],
  })
})

it('compares a draft before its hour and a policy after its end', () => {
  const before = Date.parse('2021-02-20T00:00:00Z')
  const stays = [{ ...stay, from: '2021-02-10', to: '2021-02-19' }]
  const person = { personId: 'a', facts: { ...facts, stays } }

  expect(comparePolicies(feb, march, [person], before).changes).toMatchObject([{ count: 1 }])
  expect(comparePolicies(march, march, people, before)).toEqual({
    total: 5,
    unchanged: 5,
    changes: [],
  })
})

it('compares 2,000 arrivals from none of 500 zones with a few seconds of processor', () => {
  const zones = Array.from({ length: 500 }, (_, index) => ({
    ...march.zones[0]!,
    id: `zone-${index}`,
  }))
  const arrivals = Array.from({ length: 2_000 }, (_, index) => ({
    personId: `p${index}`,
    facts: from('46', '474'),
  }))
  const spent = process.cpuUsage()

  const { unchanged } = comparePolicies(feb, { ...march, zones }, arrivals, now)

  expect(unchanged).toBe(2_000)
  expect(process.cpuUsage(spent).user / 1_000).toBeLessThan(5_000)
})
