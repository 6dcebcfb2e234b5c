import { type Kysely, sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration'
import { migrations } from './migrations.js'
import { NewerDatabase } from './newer-database.js'

const createMigrator = <Tables>(db: Kysely<Tables>) =>
  new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
  })

/**
 * Runs the migrations that this database has not seen, in one transaction and under a lock, so that
 * several processes may start at once.
 *
 * @throws {NewerDatabase} when the database knows one we do not.
 * @throws {Error} when one fails; nothing has changed then.
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const { error } = await createMigrator(db).migrateToLatest()
  if (!error) return
  const newer = await findNewerMigrations(db).catch(() => [])
  if (newer.length > 0) throw new NewerDatabase(newer)
  throw new Error('the database could not be migrated', { cause: error })
}

/** Names of the migrations that only a newer version knows. */
export async function findNewerMigrations<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db.withoutPlugins())
  return rows.flatMap(({ name }) => (name in migrations ? [] : [name]))
}

/** Names of the migrations that this database has not seen; one that a newer version made is none. */
export async function findMissingMigrations<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const known = await createMigrator(db).getMigrations()
  return known.flatMap(({ name, executedAt }) => (executedAt ? [] : [name]))
}
