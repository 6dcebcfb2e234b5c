import {
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import type { OpenedDialect } from './dialect.js'
import { PostgresPoolDriver } from './postgres-driver.js'
import { toSnakeCase } from './to-snake-case.js'

/** A PostgreSQL by URL, and how much of it one process takes. */
export interface PostgresAddress {
  /** `postgres://user:password@host/database` */
  readonly postgres: string
  /** Connections of this process at most. @defaultValue 10 */
  readonly poolSize?: number | undefined
  /** How long a statement, or the wait for a connection or a lock, may take. @defaultValue 5000 */
  readonly timeoutMs?: number | undefined
}

/** A migration or a purge of a large table takes longer than anybody waits for an answer. */
const jobTimeoutMs = 600_000
/** The server ends a statement in time by itself; a server that is stopped cannot, so we do. */
const graceMs = 500
/** A process that froze amid a transaction holds its locks no longer than this. */
const idleTransactionMs = 30_000

/** Opens a pool of connections to PostgreSQL, and one connection for jobs; nothing is asked yet. */
export async function openPostgres({
  postgres,
  poolSize = 10,
  timeoutMs = 5_000,
}: PostgresAddress): Promise<OpenedDialect> {
  const open = (max: number, limitMs: number) =>
    new PostgresPoolDialect(createPool(postgres, max, limitMs))
  return {
    dialect: open(poolSize, timeoutMs),
    jobs: open(1, jobTimeoutMs),
    traits: { canSkipLocked: true, canWriteInWith: true },
  }
}

/** Names are turned as they are written: to turn them in the statement beforehand doubles its cost. */
class SnakeCaseCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(toSnakeCase(identifier))
  }
}

class PostgresPoolDialect implements Dialect {
  readonly #pool: pg.Pool

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  createDriver(): Driver {
    return new PostgresPoolDriver(this.#pool)
  }

  createAdapter(): PostgresAdapter {
    return new PostgresAdapter()
  }

  createQueryCompiler(): PostgresQueryCompiler {
    return new SnakeCaseCompiler()
  }

  createIntrospector(db: Kysely<unknown>): PostgresIntrospector {
    return new PostgresIntrospector(db)
  }
}

function createPool(connectionString: string, max: number, timeoutMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    pipeline: true,
    connectionTimeoutMillis: Math.min(timeoutMs, 10_000),
    statement_timeout: timeoutMs,
    lock_timeout: timeoutMs,
    query_timeout: timeoutMs + graceMs,
    idle_in_transaction_session_timeout: idleTransactionMs,
    types: { getTypeParser },
  })
  // Unheard, the news of a broken connection ends the process. Nothing is lost by not listening: the
  // query under way rejects, and the pool opens another connection for the next.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Our int8 columns hold milliseconds and counts, all of which a number holds exactly. */
function getTypeParser(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format)
}
