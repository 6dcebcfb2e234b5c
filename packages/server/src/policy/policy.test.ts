import {
  findPolicies,
  getPolicy,
  getPolicyRecord,
  publishPolicy,
  savePolicyDraft,
  tryPolicy,
} from '@kbyt/sdk/policy-publishing'
import { describe, expect, it } from 'vitest'
import { fillDisk } from '../audit/fill-disk.setup.js'
import { listActions } from '../audit/list-actions.setup.js'
import { newKey, send, signInOfficer } from '../backend.setup.js'
import { codeOf } from '../code-of.setup.js'
import { february, march, publish, setup } from './policy.setup.js'

describe('policies', () => {
  it('has none in force before one is published', async () => {
    const { client } = await setup()

    expect(await codeOf(getPolicy(client))).toBe('not_found')
  })

  it('publishes what was saved and tried, and everybody may read it', async () => {
    const { client, createTestClient } = await setup()

    const record = await publish(client, february)
    const { policy, policyId } = await getPolicy(createTestClient())

    expect(record).toMatchObject({ state: 'published', version: february.version, isInForce: true })
    expect(policyId).toBe(record.policyId)
    expect(policy).toEqual(february)
  })

  it('keeps one in force until the next begins, and carries it in the trust bundle', async () => {
    const { client, clock, createTestClient } = await setup()
    await publish(client, february)
    const next = await publish(client, march)
    const before = await getPolicy(client)
    clock.at = Date.parse(march.validFrom)

    const after = await getPolicy(createTestClient())

    expect(next.isInForce).toBe(false)
    expect(before.policy.version).toBe(february.version)
    expect(after.policy.version).toBe(march.version)
  })

  it('keeps a draft with errors and says where they are, but does not try it', async () => {
    const { client } = await setup()
    const broken = { ...february, rules: [{ ...february.rules[0], measure: 'house-arrest' }] }

    const { policyId, problems } = await savePolicyDraft(client, { policy: broken })
    const tried = tryPolicy(client, { policyId })

    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'error', path: 'rules.0.measure' }),
    )
    await expect(tried).rejects.toMatchObject({
      code: 'input_invalid',
      issues: [expect.objectContaining({ path: 'policy.rules.0.measure' })],
    })
  })

  it('does not publish a draft whose own example comes out otherwise', async () => {
    const { client } = await setup()
    const [example] = february.examples
    const wrong = { ...example!, expected: { measure: 'none' as const } }
    const { policyId } = await savePolicyDraft(client, {
      policy: { ...february, examples: [wrong] },
    })

    await expect(tryPolicy(client, { policyId })).rejects.toMatchObject({
      issues: [expect.objectContaining({ code: 'example_differs' })],
    })
  })

  it.each([
    [
      'without a dry run',
      async ({ client, policyId }: Drafted) => {
        const { policyId: otherId } = await savePolicyDraft(client, { policy: march })
        const { dryRunId } = await tryPolicy(client, { policyId: otherId })
        return publishPolicy(client, { policyId, dryRunId })
      },
    ],
    [
      'changed after its dry run',
      async ({ client, policyId, dryRunId }: Drafted) => {
        const policy = { ...february, note: { vi: 'Khác', en: 'Other' } }
        await savePolicyDraft(client, { policyId, policy })
        return publishPolicy(client, { policyId, dryRunId })
      },
    ],
    [
      'an hour after its dry run',
      async ({ signIn, policyId, dryRunId, clock }: Drafted) => {
        clock.at += 3_600_000
        return publishPolicy(await signIn('province'), { policyId, dryRunId })
      },
    ],
  ])('refuses a draft %s', async (_name, act) => {
    const backend = await setup()
    const { policyId } = await savePolicyDraft(backend.client, { policy: february })
    const { dryRunId } = await tryPolicy(backend.client, { policyId })

    expect(await codeOf(act({ ...backend, policyId, dryRunId }))).toBe('policy_dry_run_needed')
  })

  it('publishes a version once, and never changes what was published', async () => {
    const { client } = await setup()
    const { policyId } = await publish(client, february)

    expect(await codeOf(publish(client, february))).toBe('policy_version_taken')
    expect(await codeOf(savePolicyDraft(client, { policyId, policy: march }))).toBe(
      'policy_published',
    )
    expect(await codeOf(tryPolicy(client, { policyId }))).toBe('policy_published')
  })

  it('answers a repeated publishing as the first time', async () => {
    const { client } = await setup()
    const { policyId } = await savePolicyDraft(client, { policy: february })
    const { dryRunId } = await tryPolicy(client, { policyId })
    const options = { idempotencyKey: crypto.randomUUID() }

    const first = await publishPolicy(client, { policyId, dryRunId }, options)
    const again = await publishPolicy(client, { policyId, dryRunId }, options)

    expect(again).toEqual(first)
  })

  it('lists drafts and published ones, page by page', async () => {
    const { client, clock } = await setup()
    await publish(client, february)
    clock.at += 1
    const draft = await savePolicyDraft(client, { policy: march })

    const first = await findPolicies(client, { limit: 1 })
    const second = await findPolicies(client, { limit: 1, cursor: first.nextCursor })

    expect(first.policies).toMatchObject([{ policyId: draft.policyId, state: 'draft' }])
    expect(second.policies).toMatchObject([{ version: february.version, state: 'published' }])
    expect(second.nextCursor).toBeUndefined()
    expect(await getPolicyRecord(client, draft)).toEqual(draft)
  })

  it.each([
    ['checkpoint', ['46']],
    ['ward', ['19777']],
    ['administrator', ['46']],
    ['province', ['30']],
  ] as const)('is not for %s officers of %s', async (role, areas) => {
    const { signIn, client: author } = await setup()
    const { policyId } = await savePolicyDraft(author, { policy: february })
    const client = await signIn(role, [...areas])

    const codes = await Promise.all([
      codeOf(findPolicies(client, {})),
      codeOf(getPolicyRecord(client, { policyId })),
      codeOf(savePolicyDraft(client, { policy: march })),
      codeOf(tryPolicy(client, { policyId })),
      codeOf(publishPolicy(client, { policyId, dryRunId: policyId })),
    ])

    expect(new Set(codes)).toEqual(new Set(['forbidden']))
  })

  it('is on record, and without a record nothing is published', async () => {
    const backend = await setup()
    const { client, store } = backend
    const { headers } = await signInOfficer(backend, 'province')
    const { policyId } = await savePolicyDraft(client, { policy: february })
    const { dryRunId } = await tryPolicy(client, { policyId })
    const makeRoom = fillDisk(store)

    const key = { 'idempotency-key': newKey() }
    const body = { policyId, dryRunId }
    const { json } = await send(backend, 'POST', '/v1/policies', body, { ...headers, ...key })
    makeRoom()
    const rows = await listActions({ store })

    expect(json.code).toBe('audit_unavailable')
    expect(await codeOf(getPolicy(client))).toBe('not_found')
    expect(rows.map(({ action }) => action)).toEqual(['policy draft', 'policy dry-run'])
  })
})

type Backend = Awaited<ReturnType<typeof setup>>

interface Drafted extends Backend {
  readonly policyId: string
  readonly dryRunId: string
}
