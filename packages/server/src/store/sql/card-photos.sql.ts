import type { CardPhotosStore } from '../store.js'
import type { Database } from './database.js'

export function createSqlCardPhotos(db: Database): CardPhotosStore {
  return {
    save: ({ phoneIndex, ...photos }, { accountId, sealed }) =>
      db.transaction().execute(async (transaction) => {
        // written as it is, so that the row is locked: whoever erases the account comes before or after
        const { numUpdatedRows } = await transaction
          .updateTable('accounts')
          .set({ sealed })
          .where('phoneIndex', '=', phoneIndex)
          .where('accountId', '=', accountId)
          .where('sealed', '=', sealed)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows !== 1n) return false
        await transaction
          .insertInto('cardPhotos')
          .values({ phoneIndex, ...photos })
          .onConflict((conflict) => conflict.column('phoneIndex').doUpdateSet(photos))
          .execute()
        return true
      }),

    find: (phoneIndex, nowMs) =>
      db
        .selectFrom('cardPhotos')
        .select(['phoneIndex', 'photosId', 'takenAt', 'keptUntil', 'sealed'])
        .where('phoneIndex', '=', phoneIndex)
        .where('keptUntil', '>', nowMs)
        .executeTakeFirst(),
  }
}
