import { LostClaim } from '../lost-claim.js'
import type { Claim, IdempotencyKey, IdempotencyStore, IdempotentAnswer } from '../store.js'
import type { Database } from './database.js'
import { prepareQuery, type Slots } from './prepare-query.js'

/**
 * Keeps the answer of a claim.
 *
 * @throws {LostClaim} when there is no claim or it has its answer.
 */
export async function answerClaim(db: Database, answer: IdempotentAnswer): Promise<void> {
  if ((await keepAnswer.write(db, answer)) === 0) throw new LostClaim()
}

const keepAnswer = prepareQuery((db, slots: Slots<IdempotentAnswer>) =>
  db
    .updateTable('idempotency')
    .set({ status: slots.status, sealed: slots.sealed })
    .where('principal', '=', slots.principal)
    .where('key', '=', slots.key)
    .where('status', 'is', null),
)

export function createSqlIdempotency(db: Database): IdempotencyStore {
  return {
    async claim(key, bodyHash, nowMs, lockedUntil, expiresAt) {
      const fresh = { ...key, bodyHash, lockedUntil, expiresAt, status: null, sealed: null }
      for (;;) {
        if ((await takeClaim.write(db, { fresh, nowMs })) === 1) return { state: 'new' }
        const claim = await findClaim(db, key, bodyHash)
        if (claim) return claim // else it was released in between: take it
      }
    },

    async release({ principal, key }) {
      await db
        .deleteFrom('idempotency')
        .where('principal', '=', principal)
        .where('key', '=', key)
        .where('status', 'is', null)
        .execute()
    },
  }
}

interface FreshClaim extends IdempotencyKey {
  readonly bodyHash: string
  readonly lockedUntil: number
  readonly expiresAt: number
  readonly status: null
  readonly sealed: null
}

/** Takes a key that is free, over, or was left unanswered by the same request of a process that died. */
const takeClaim = prepareQuery(
  (db, { fresh, nowMs }: Slots<{ fresh: FreshClaim; nowMs: number }>) => {
    const { principal: _principal, key: _key, ...row } = fresh
    return db
      .insertInto('idempotency')
      .values(fresh)
      .onConflict((conflict) =>
        conflict
          .columns(['principal', 'key'])
          .doUpdateSet(row)
          .where(({ eb, and, or }) =>
            or([
              eb('idempotency.expiresAt', '<=', nowMs),
              and([
                eb('idempotency.status', 'is', null),
                eb('idempotency.lockedUntil', '<=', nowMs),
                eb('idempotency.bodyHash', '=', fresh.bodyHash),
              ]),
            ]),
          ),
      )
  },
)

async function findClaim(
  db: Database,
  { principal, key }: IdempotencyKey,
  bodyHash: string,
): Promise<Claim | undefined> {
  const row = await db
    .selectFrom('idempotency')
    .select(['bodyHash', 'status', 'sealed'])
    .where('principal', '=', principal)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.bodyHash !== bodyHash) return { state: 'other-body' }
  if (row.status === null || row.sealed === null) return { state: 'running' }
  return { state: 'done', status: row.status, sealed: row.sealed }
}
