import type { OpenedDialect } from './dialect.js'
import type { PostgresAddress } from './postgres.js'

/** Where the data lies: a file (or `:memory:`) of the embedded SQLite, or a PostgreSQL by URL. */
export type DatabaseAddress = { readonly sqlite: string } | PostgresAddress

/** Loads only the driver that is asked for: an embedded server never reads `pg`. */
export async function openDialect(address: DatabaseAddress): Promise<OpenedDialect> {
  if ('sqlite' in address) return (await import('./sqlite.js')).openSqlite(address.sqlite)
  return (await import('./postgres.js')).openPostgres(address)
}
