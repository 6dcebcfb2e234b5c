import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations.js'

/**
 * Runs the migrations that this database has not seen, in one transaction and under a lock, so that
 * several processes may start at once.
 *
 * @throws {Error} when one fails (nothing has changed then), or the database knows one we do not.
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw new Error('the database could not be migrated', { cause: error })
}
