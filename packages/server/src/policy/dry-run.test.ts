import type { Policy } from '@kbyt/sdk/policy'
import { savePolicyDraft, tryPolicy } from '@kbyt/sdk/policy-publishing'
import { describe, expect, it } from 'vitest'
import { child, declare, newKey, send, signIn as signInCitizen } from '../backend.setup.js'
import { config, hanoian, makeEntry, places } from '../entry.setup.js'
import { february, highRiskWard, publish, setup } from './policy.setup.js'

describe('a dry run', () => {
  /** Nobody of the test's two provinces is in a zone of the real policy: one rule asks all from Hà Nội. */
  const strict: Policy = {
    ...february,
    version: 'test-strict',
    ...highRiskWard,
    examples: [],
  }
  const { validTo: _, ...open } = strict
  const lenient: Policy = {
    ...open,
    version: 'test-lenient',
    rules: [{ ...strict.rules[0]!, measure: 'home-quarantine' }],
  }

  async function setupEntries(households: number) {
    const backend = await setup({ config, places })
    for (let count = 0; count < households; count += 1) {
      const headers = await signInCitizen(backend, `+8490512${String(1000 + count)}`)
      await declare(backend, headers, makeEntry({}, [hanoian, child()]))
    }
    return backend
  }

  it('counts everybody on the way by the measure they would change from and to', async () => {
    const { client } = await setupEntries(3)
    const { policyId } = await savePolicyDraft(client, { policy: strict })

    const { total, unchanged, changes } = await tryPolicy(client, { policyId })

    // the one from Hà Nội is one person in three declarations, each child belongs to its declarer
    expect([total, unchanged]).toEqual([4, 0])
    expect(changes).toEqual([
      {
        from: { measure: 'none', days: 0 },
        to: { measure: 'central-quarantine', days: 14 },
        count: 4,
      },
    ])
  })

  it('compares with the policy in force', async () => {
    const { client } = await setupEntries(1)
    await publish(client, { ...open, version: 'test-open' })
    const { policyId } = await savePolicyDraft(client, { policy: lenient })

    const { changes } = await tryPolicy(client, { policyId })

    expect(changes).toMatchObject([
      { from: { measure: 'central-quarantine' }, to: { measure: 'home-quarantine' }, count: 2 },
    ])
  })

  it('leaves out who has withdrawn', async () => {
    const backend = await setup({ config, places })
    const headers = await signInCitizen(backend)
    const { json } = await declare(backend, headers, makeEntry())
    const key = { 'idempotency-key': newKey() }
    await send(
      backend,
      'POST',
      `/v1/declarations/${json.declarationId}/withdraw`,
      {},
      { ...headers, ...key },
    )
    const { policyId } = await savePolicyDraft(backend.client, { policy: strict })

    expect(await tryPolicy(backend.client, { policyId })).toMatchObject({ total: 0, changes: [] })
  })
})
