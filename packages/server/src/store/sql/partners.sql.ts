import * as z from 'zod/mini'
import type { PartnerStore } from '../store.js'
import type { Database } from './database.js'

const originsSchema = z.array(z.string())

export function createSqlPartners(db: Database): PartnerStore {
  return {
    async listPartners() {
      const rows = await db
        .selectFrom('partners')
        .select(['publishableKey', 'name', 'origins', 'createdAt'])
        .execute()
      return rows
        .map((row) => ({ ...row, origins: originsSchema.parse(JSON.parse(row.origins)) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    },

    async savePartner({ origins, ...partner }) {
      const row = { ...partner, origins: JSON.stringify(origins) }
      await db
        .insertInto('partners')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('publishableKey').doUpdateSet({ name: row.name, origins: row.origins }),
        )
        .execute()
    },

    async removePartner(publishableKey) {
      const removed = await db
        .deleteFrom('partners')
        .where('publishableKey', '=', publishableKey)
        .returning('publishableKey')
        .executeTakeFirst()
      return removed !== undefined
    },
  }
}
