import { PostgresDialect } from 'kysely'
import pg from 'pg'
import type { OpenedDialect } from './dialect.js'
import { createNamedPool } from './named-pool.js'

const connectTimeoutMs = 10_000

/** Opens a pool of connections to PostgreSQL; nothing is asked yet. */
export async function openPostgres(connectionString: string): Promise<OpenedDialect> {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: connectTimeoutMs,
    types: { getTypeParser },
  })
  // Unheard, the news of a broken connection ends the process. Nothing is lost by not listening: the
  // query under way rejects, and the pool opens another connection for the next.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    dialect: new PostgresDialect({ pool: createNamedPool(pool) }),
    traits: { canSkipLocked: true },
  }
}

/** Our int8 columns hold milliseconds and counts, all of which a number holds exactly. */
function getTypeParser(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format)
}
