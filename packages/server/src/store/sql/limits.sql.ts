import type { LimitCount, LimitHit, LimitStore } from '../store.js'
import type { Database, Tables } from './database.js'
import { prepareQuery, type Slots } from './prepare-query.js'

export function createSqlLimits(db: Database): LimitStore {
  async function hitAll(hits: readonly LimitHit[], nowMs: number): Promise<LimitCount[]> {
    if (hits.length === 0) return []
    const rows = hits.map(({ key, windowMs, points }) => ({
      limitKey: key,
      windowMs,
      count: points,
      resetsAt: nowMs + windowMs,
    }))
    // in one order everywhere: two who count the same windows wait for each other, never in a ring
    const counted = await addPoints.findAll(db, { rows: rows.toSorted(byKey), nowMs })
    const counts = new Map(counted.map((row) => [toText(row), row]))
    return rows.map((row) => {
      const found = counts.get(toText(row))
      if (!found) throw new Error('a window was counted without an answer')
      return { count: found.count, resetsAt: found.resetsAt }
    })
  }

  return {
    hitAll,

    async hit(key, windowMs, nowMs, points = 1) {
      const [counted] = await hitAll([{ key, windowMs, points }], nowMs)
      if (!counted) throw new Error('a window was counted without an answer')
      return counted
    },

    async peek(limitKey, windowMs, nowMs) {
      const found = await db
        .selectFrom('rateLimits')
        .select(['count', 'resetsAt'])
        .where('limitKey', '=', limitKey)
        .where('windowMs', '=', windowMs)
        .where('resetsAt', '>', nowMs)
        .executeTakeFirst()
      return found ?? { count: 0, resetsAt: nowMs + windowMs }
    },
  }
}

type LimitRow = Tables['rateLimits']
type LimitKey = Pick<LimitRow, 'limitKey' | 'windowMs'>

const toText = ({ limitKey, windowMs }: LimitKey) => `${windowMs} ${limitKey}`
const byKey = (one: LimitKey, other: LimitKey) => (toText(one) < toText(other) ? -1 : 1)

/** One upsert: of two hundred at once each gets a count of its own. */
const addPoints = prepareQuery(
  (db, { rows, nowMs }: Slots<{ rows: readonly LimitRow[]; nowMs: number }>) =>
    db
      .insertInto('rateLimits')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['limitKey', 'windowMs']).doUpdateSet(({ eb, ref }) => {
          const inWindow = eb('rateLimits.resetsAt', '>', nowMs)
          const counted = eb('rateLimits.count', '+', ref('excluded.count'))
          const resetsAt = eb.case().when(inWindow).then(ref('rateLimits.resetsAt'))
          return {
            count: eb.case().when(inWindow).then(counted).else(ref('excluded.count')).end(),
            resetsAt: resetsAt.else(ref('excluded.resetsAt')).end(),
          }
        }),
      )
      .returning(['limitKey', 'windowMs', 'count', 'resetsAt']),
)
