import type { StatusListEntry } from '@kbyt/sdk/qr/sign'
import { listSize } from '../status-slot.js'
import type { BundleRow, StatusListRow, TrustStore } from '../store.js'
import type { Database } from './database.js'

export function createSqlTrust(db: Database): TrustStore {
  return {
    async findStatusLists(nowMs) {
      const lists = await findListsInDate(db, nowMs)
      const slots = await findChanges(db, nowMs)
      return lists.map((list): StatusListRow => ({ list, entries: slots.get(list) ?? [] }))
    },

    findBundle: () =>
      db
        .selectFrom('trustBundles')
        .select(['counter', 'issuedAt', 'jws'])
        .where('position', '=', 1)
        .executeTakeFirst(),

    async replaceBundle(bundle, fromCounter) {
      if (fromCounter === 0) return insertFirst(db, bundle)
      const { numUpdatedRows } = await db
        .updateTable('trustBundles')
        .set(bundle)
        .where('position', '=', 1)
        .where('counter', '=', fromCounter)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

async function insertFirst(db: Database, bundle: BundleRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('trustBundles')
    .values({ position: 1, ...bundle })
    .onConflict((conflict) => conflict.column('position').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Stops at the first slot of each list that is in date, however many there are. */
async function findListsInDate(db: Database, nowMs: number): Promise<number[]> {
  const rows = await db
    .selectFrom('statusLists')
    .select('list')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('statusSlots')
          .select('slot')
          .whereRef('statusSlots.list', '=', 'statusLists.list')
          .where('validUntil', '>', nowMs),
      ),
    )
    .orderBy('list')
    .execute()
  return rows.map(({ list }) => list)
}

async function findChanges(db: Database, nowMs: number): Promise<Map<number, StatusListEntry[]>> {
  const rows = await db
    .selectFrom('statusChanges')
    .select(['list', 'slot', 'status'])
    .where('validUntil', '>', nowMs)
    .orderBy('list')
    .orderBy('slot')
    .execute()
  const lists = new Map<number, StatusListEntry[]>()
  for (const { list, slot, status } of rows) {
    const entries = lists.get(list) ?? []
    entries.push({ statusIndex: list * listSize + slot, status })
    lists.set(list, entries)
  }
  return lists
}
