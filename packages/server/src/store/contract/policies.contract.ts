import { describe, expect, it } from 'vitest'
import type { PolicyRow, Store } from '../store.js'
import { claimAnswer, day, hour, start, unique } from './rows.setup.js'

function makeDraft(changes: Partial<PolicyRow> = {}): PolicyRow {
  return {
    policyId: unique('policy'),
    version: unique('version'),
    state: 'draft',
    content: '{}',
    savedAt: start,
    savedBy: 'officer',
    publishedAt: null,
    publishedBy: null,
    validFrom: null,
    validTo: null,
    ...changes,
  }
}

const publication = {
  publishedAt: start + hour,
  publishedBy: 'officer-2',
  validFrom: start + day,
  validTo: start + 9 * day,
}

async function publishNew(store: Store, changes: Partial<PolicyRow> = {}) {
  const { policies } = store
  const draft = makeDraft(changes)
  await policies.saveDraft(draft, await claimAnswer(store))
  const answer = await claimAnswer(store)
  const outcome = await policies.publish(draft.policyId, draft.content, publication, answer)
  return { draft, outcome, answer }
}

export function describePolicies(open: () => Store): void {
  describe('policies', () => {
    it('keeps a draft as it was last changed', async () => {
      const store = open()
      const draft = makeDraft()
      const changed = { ...draft, content: '{"a":1}', savedAt: start + 1, savedBy: 'other' }

      await store.policies.saveDraft(draft, await claimAnswer(store))
      await store.policies.saveDraft(changed, await claimAnswer(store))

      expect(await store.policies.findPolicy(draft.policyId)).toEqual(changed)
    })

    it('publishes a draft once, and never changes it again', async () => {
      const store = open()
      const { draft, outcome } = await publishNew(store)
      const { policyId, content } = draft
      const answers = [await claimAnswer(store), await claimAnswer(store)] as const

      const again = await store.policies.publish(policyId, content, publication, answers[0])
      const saved = await store.policies.saveDraft({ ...draft, content: '{"b":1}' }, answers[1])

      expect([outcome, again, saved]).toEqual(['published', 'changed', false])
      expect(await store.policies.findPolicy(policyId)).toEqual({
        ...draft,
        ...publication,
        state: 'published',
      })
    })

    it('does not publish another text than the one that was looked at', async () => {
      const store = open()
      const draft = makeDraft({ content: '{"a":2}' })
      await store.policies.saveDraft(draft, await claimAnswer(store))
      const answer = await claimAnswer(store)

      const outcome = await store.policies.publish(draft.policyId, '{"a":1}', publication, answer)

      expect(outcome).toBe('changed')
      expect(await store.policies.findPolicy(draft.policyId)).toEqual(draft)
    })

    it('publishes a version once, and keeps the second draft as it was', async () => {
      const store = open()
      const first = await publishNew(store)

      const second = await publishNew(store, { version: first.draft.version })

      expect(second.outcome).toBe('version-taken')
      expect(await store.policies.findPolicy(second.draft.policyId)).toEqual(second.draft)
    })

    it('leaves the answer of a call that did nothing open', async () => {
      const store = open()
      const { draft } = await publishNew(store)
      const answer = await claimAnswer(store)

      await store.policies.publish(draft.policyId, draft.content, publication, answer)
      const { principal, key } = answer
      const times = [start, start + 1, start + day] as const
      const claim = await store.idempotency.claim({ principal, key }, 'body', ...times)

      expect(claim.state).toBe('running')
    })

    it('lists the newest first, page by page', async () => {
      const store = open()
      const drafts = [makeDraft(), makeDraft(), makeDraft()]
      for (const draft of drafts) await store.policies.saveDraft(draft, await claimAnswer(store))
      const ids = drafts.map(({ policyId }) => policyId).toReversed()

      const page = await store.policies.findPolicies(ids[0], 2)

      expect(page.map(({ policyId }) => policyId)).toEqual(ids.slice(1))
    })

    it('finds what is published and not over', async () => {
      const store = open()
      const { draft } = await publishNew(store)
      const find = async (nowMs: number) =>
        (await store.policies.findPublished(nowMs)).find((each) => each.version === draft.version)
      const { publishedBy: _, ...dates } = publication

      const [before, after] = [await find(start), await find(start + 9 * day)]

      expect(before).toEqual({ policyId: draft.policyId, version: draft.version, ...dates })
      expect(after).toBeUndefined()
    })

    it('remembers a dry run', async () => {
      const { policies } = open()
      const times = { ranAt: start, expiresAt: start + hour }
      const dryRun = { dryRunId: unique('run'), policyId: 'p', contentHash: 'h', ...times }

      await policies.saveDryRun(dryRun)

      expect(await policies.findDryRun(dryRun.dryRunId)).toEqual(dryRun)
      expect(await policies.findDryRun(unique('run'))).toBeUndefined()
    })
  })
}
