import type { Duplex } from 'node:stream'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg, { type Pool, type PoolClient } from 'pg'
import { StoreUnavailable } from '../store-unavailable.js'
import { toPostgresError } from './postgres-error.js'

const namedTexts = 200
/** An insert of many rows has a text for each number of rows: they would use the names up. */
const longestNamed = 1_500
const isWorthAName = /^(?:select|insert|update|delete|with)\b/

/**
 * A pool for kysely that gives the first 200 texts a name, so that PostgreSQL parses and plans each
 * once a connection: a quarter more requests a second.
 */
export function createNamedPool(pool: Pool): PostgresPool {
  const names = new Map<string, string>()
  // Kysely knows a connection again by its client: one wrapper each, for good.
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>()

  function toName(text: string): string | undefined {
    const known = names.get(text)
    if (known || names.size >= namedTexts || text.length > longestNamed) return known
    if (!isWorthAName.test(text)) return undefined
    const name = `kbyt_${names.size + 1}`
    names.set(text, name)
    return name
  }

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error) => {
        throw toPostgresError(error)
      })
      const known = wrapped.get(client) ?? wrapClient(client, toName)
      wrapped.set(client, known)
      return known
    },
  }
}

/**
 * What is asked before the event loop goes on leaves in one packet. A server that answered nothing in
 * time is not asked on this connection again.
 */
function wrapClient(
  client: PoolClient,
  toName: (text: string) => string | undefined,
): PostgresPoolClient {
  let isStuck = false
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('the store asks for no cursors')
    if (isStuck) return Promise.reject(new StoreUnavailable(new Error('the connection is stuck')))
    const name = toName(text)
    holdBack(client.connection.stream)
    return client.query({ text, values: [...values], ...(name && { name }) }).catch((error) => {
      isStuck ||= !(error instanceof pg.DatabaseError)
      throw toPostgresError(error)
    })
  }
  return { query, release: (destroy) => client.release(destroy || isStuck) }
}

function holdBack(stream: Duplex): void {
  stream.cork()
  process.nextTick(() => stream.uncork())
}
