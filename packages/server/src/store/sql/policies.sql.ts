import type { PolicyRow, PolicyStore } from '../store.js'
import type { Database } from './database.js'
import { answerClaim } from './idempotency.sql.js'

const policyColumns = [
  'policyId',
  'version',
  'state',
  'content',
  'savedAt',
  'savedBy',
  'publishedAt',
  'publishedBy',
  'validFrom',
  'validTo',
] as const satisfies (keyof PolicyRow)[]

/** Undoes the transaction around it: the answer is not kept where nothing was done. */
class NothingDone extends Error {}

export function createSqlPolicies(db: Database): PolicyStore {
  return {
    saveDraft: (draft, answer) =>
      orElse(false, () =>
        db.transaction().execute(async (transaction) => {
          await answerClaim(transaction, answer)
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('policies')
            .values(draft)
            .onConflict((conflict) =>
              conflict.column('policyId').doUpdateSet(draft).where('policies.state', '=', 'draft'),
            )
            .executeTakeFirst()
          if (numInsertedOrUpdatedRows !== 1n) throw new NothingDone()
          return true
        }),
      ),

    publish: (policyId, content, publication, answer) =>
      orElse('changed', () =>
        db.transaction().execute(async (transaction) => {
          await answerClaim(transaction, answer)
          const published = await transaction
            .updateTable('policies')
            .set({ ...publication, state: 'published' })
            .where('policyId', '=', policyId)
            .where('state', '=', 'draft')
            .where('content', '=', content)
            .returning('version')
            .executeTakeFirst()
          if (!published) throw new NothingDone()
          return takeVersion(transaction, published.version, policyId)
        }),
      ).catch(explainTaken),

    findPolicy: (policyId) =>
      db
        .selectFrom('policies')
        .select(policyColumns)
        .where('policyId', '=', policyId)
        .executeTakeFirst(),

    findPolicies: (beforeId, limit) =>
      db
        .selectFrom('policies')
        .select(policyColumns)
        .$if(beforeId !== undefined, (query) => query.where('policyId', '<', beforeId ?? ''))
        .orderBy('policyId', 'desc')
        .limit(limit)
        .execute(),

    async findPublished(nowMs) {
      return db
        .selectFrom('policies')
        .select(['policyId', 'version', 'publishedAt', 'validFrom', 'validTo'])
        .where('state', '=', 'published')
        .where(({ eb, or }) => or([eb('validTo', 'is', null), eb('validTo', '>', nowMs)]))
        .orderBy('publishedAt')
        .orderBy('policyId')
        .$narrowType<{ publishedAt: number; validFrom: number }>()
        .execute()
    },

    async saveDryRun(dryRun) {
      await db.insertInto('policyDryRuns').values(dryRun).execute()
    },

    findDryRun: (dryRunId) =>
      db
        .selectFrom('policyDryRuns')
        .select(['dryRunId', 'policyId', 'contentHash', 'ranAt', 'expiresAt'])
        .where('dryRunId', '=', dryRunId)
        .executeTakeFirst(),
  }
}

class VersionTaken extends Error {}

/** A table of its own: drafts may share a version, published policies never do. */
async function takeVersion(
  db: Database,
  version: string,
  policyId: string,
): Promise<'published' | 'version-taken'> {
  const taken = await db
    .insertInto('policyVersions')
    .values({ version, policyId })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows !== 1n) throw new VersionTaken()
  return 'published'
}

function explainTaken(error: unknown): 'version-taken' {
  if (error instanceof VersionTaken) return 'version-taken'
  throw error
}

async function orElse<Result>(otherwise: Result, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NothingDone) return otherwise
    throw error
  }
}
