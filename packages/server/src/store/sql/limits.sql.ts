import type { LimitStore } from '../store.js'
import type { Database } from './database.js'

export function createSqlLimits(db: Database): LimitStore {
  return {
    // One upsert: of two hundred at once each gets a count of its own.
    hit: (limitKey, windowMs, nowMs, points = 1) =>
      db
        .insertInto('rateLimits')
        .values({ limitKey, windowMs, count: points, resetsAt: nowMs + windowMs })
        .onConflict((conflict) =>
          conflict.columns(['limitKey', 'windowMs']).doUpdateSet(({ eb, ref }) => {
            const inWindow = eb('rateLimits.resetsAt', '>', nowMs)
            const counted = eb('rateLimits.count', '+', ref('excluded.count'))
            return {
              count: eb.case().when(inWindow).then(counted).else(ref('excluded.count')).end(),
              resetsAt: eb
                .case()
                .when(inWindow)
                .then(ref('rateLimits.resetsAt'))
                .else(ref('excluded.resetsAt'))
                .end(),
            }
          }),
        )
        .returning(['count', 'resetsAt'])
        .executeTakeFirstOrThrow(),

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
