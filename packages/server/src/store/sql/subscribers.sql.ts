import type { FeedStore } from '../store.js'
import { subscriberColumns } from './columns.js'
import type { Database } from './database.js'

type SubscriberMethods =
  | 'addSubscriber'
  | 'findSubscribers'
  | 'findSubscriber'
  | 'findSubscriberByKey'
  | 'disableSubscriber'

export function createSqlSubscribers(db: Database): Pick<FeedStore, SubscriberMethods> {
  const select = () => db.selectFrom('feedSubscribers').select(subscriberColumns)
  return {
    async addSubscriber(subscriber) {
      await db.insertInto('feedSubscribers').values(subscriber).execute()
    },

    findSubscribers: () => select().orderBy('subscriberId').execute(),

    findSubscriber: (subscriberId) =>
      select().where('subscriberId', '=', subscriberId).executeTakeFirst(),

    findSubscriberByKey: (keyHash) =>
      select().where('keyHash', '=', keyHash).where('disabledAt', 'is', null).executeTakeFirst(),

    disableSubscriber: (subscriberId, disabledAt) =>
      db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('feedSubscribers')
          .set({ disabledAt })
          .where('subscriberId', '=', subscriberId)
          .where('disabledAt', 'is', null)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows === 0n) return false
        await transaction
          .deleteFrom('feedDeliveries')
          .where('subscriberId', '=', subscriberId)
          .where('state', 'in', ['waiting', 'sending'])
          .execute()
        return true
      }),
  }
}
