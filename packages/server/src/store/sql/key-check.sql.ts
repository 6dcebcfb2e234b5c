import type { KeyCheckStore } from '../store.js'
import type { Database } from './database.js'

/** There is one row, at this place. */
const position = 1

export function createSqlKeyCheck(db: Database): KeyCheckStore {
  const find = () =>
    db
      .selectFrom('keyCheck')
      .select(['blindIndex', 'sealed'])
      .where('position', '=', position)
      .executeTakeFirst()

  return {
    find,
    async keep(check) {
      await db
        .insertInto('keyCheck')
        .values({ ...check, position })
        .onConflict((conflict) => conflict.column('position').doNothing())
        .execute()
      return (await find()) ?? check
    },
  }
}
