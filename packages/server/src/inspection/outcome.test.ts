import type { Policy } from '@kbyt/sdk/policy'
import { describe, expect, it } from 'vitest'
import { child, declare } from '../backend.setup.js'
import { makeEntry } from '../entry.setup.js'
import { highRiskWard, publish } from '../policy/policy.setup.js'
import { setup } from './results.setup.js'

describe('what the policy asks of somebody found', () => {
  const policy: Policy = {
    version: 'test-phuc-xa',
    label: { vi: 'Thử', en: 'Test' },
    validFrom: '2021-03-01T00:00:00+07:00',
    legalBasis: 'Công văn 1/UBND',
    placesVersion: '2021-03',
    lookBackDays: 14,
    ...highRiskWard,
    defaultMeasure: { measure: 'none', days: 0, testDays: [] },
    examples: [],
  }

  it('asks an officer while there is no policy, and applies the next one at once', async () => {
    const { backend, openHolder, openOfficer, findOne } = await setup()
    await declare(
      backend,
      (await openHolder()).headers,
      makeEntry({}, [...makeEntry().people, child()]),
    )
    const before = await findOne('entry')
    const author = await openOfficer('province')
    await publish(author, policy)

    const after = await findOne('entry')

    expect(before.person?.decision).toMatchObject({
      measure: 'ask-officer',
      missing: [{ code: 'policy_not_in_force' }],
    })
    expect(after.person?.decision).toMatchObject({
      measure: 'central-quarantine',
      days: 14,
      legalBasis: ['Công văn 1/UBND'],
      rules: [{ ruleId: 'high', stays: [{ stay: 0, zoneIds: ['phuc-xa'] }, { stay: 1 }] }],
    })
  })

  it('says nothing of a domestic declaration', async () => {
    const { backend, openHolder, findOne } = await setup()
    await declare(backend, (await openHolder()).headers)

    expect((await findOne('domestic')).person).not.toHaveProperty('decision')
  })
})
