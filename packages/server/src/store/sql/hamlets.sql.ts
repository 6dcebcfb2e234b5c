import type { HamletListRow, HamletStore } from '../store.js'
import type { Database, HamletListTable } from './database.js'

const columns = [
  'wardCode',
  'placesVersion',
  'hamlets',
  'changedAt',
  'changedBy',
] as const satisfies (keyof HamletListTable)[]

export function createSqlHamlets(db: Database): HamletStore {
  return {
    async findHamlets(wardCode, placesVersion) {
      const row = await db
        .selectFrom('hamletLists')
        .select(columns)
        .where('wardCode', '=', wardCode)
        .where('placesVersion', '=', placesVersion)
        .executeTakeFirst()
      return row && toList(row)
    },

    async replaceHamlets(list) {
      const hamlets = JSON.stringify(list.hamlets)
      const { changedAt, changedBy } = list
      await db
        .insertInto('hamletLists')
        .values({ ...list, hamlets })
        .onConflict((conflict) =>
          conflict
            .columns(['wardCode', 'placesVersion'])
            .doUpdateSet({ hamlets, changedAt, changedBy }),
        )
        .execute()
    },
  }
}

const toList = ({ hamlets, ...row }: HamletListTable): HamletListRow => ({
  ...row,
  hamlets: JSON.parse(hamlets),
})
