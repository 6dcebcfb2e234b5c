import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations.js'

const createMigrator = <Tables>(db: Kysely<Tables>) =>
  new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
  })

/**
 * Runs the migrations that this database has not seen, in one transaction and under a lock, so that
 * several processes may start at once.
 *
 * @throws {Error} when one fails (nothing has changed then), or the database knows one we do not.
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const { error } = await createMigrator(db).migrateToLatest()
  if (error) throw new Error('the database could not be migrated', { cause: error })
}

/** Names of the migrations that this database has not seen; one that a newer version made is none. */
export async function findMissingMigrations<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const known = await createMigrator(db).getMigrations()
  return known.flatMap(({ name, executedAt }) => (executedAt ? [] : [name]))
}
