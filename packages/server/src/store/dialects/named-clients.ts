import type { Duplex } from 'node:stream'
import pg, { type Pool, type PoolClient, type QueryResult } from 'pg'
import { StoreUnavailable } from '../store-unavailable.js'
import { toPostgresError } from './postgres-error.js'

/** A connection to PostgreSQL until it is given back. */
export interface LentClient {
  /** Does not wait for what was asked before; it is answered in order. */
  ask(text: string, values: readonly unknown[]): Promise<QueryResult>
  /** One that is broken is not lent again. */
  release(isBroken: boolean): void
}

export type TakeClient = () => Promise<LentClient>

const namedTexts = 200
/** An insert of many rows has a text for each number of rows: they would use the names up. */
const longestNamed = 1_500
const isWorthAName = /^(?:select|insert|update|delete|with)\b/

/**
 * Lends the connections of a pool, and gives the first 200 texts a name, so that PostgreSQL parses and
 * plans each once a connection: a quarter more requests a second.
 */
export function createNamedClients(pool: Pool): TakeClient {
  const names = new Map<string, string>()

  function toName(text: string): string | undefined {
    const known = names.get(text)
    if (known || names.size >= namedTexts || text.length > longestNamed) return known
    if (!isWorthAName.test(text)) return undefined
    const name = `kbyt_${names.size + 1}`
    names.set(text, name)
    return name
  }

  return async () => {
    const client = await pool.connect().catch((error) => {
      throw toPostgresError(error)
    })
    return lend(client, toName)
  }
}

/**
 * What is asked in one round of the event loop leaves in one packet. A server that answered nothing in
 * time is not asked on this connection again.
 */
function lend(client: PoolClient, toName: (text: string) => string | undefined): LentClient {
  let isStuck = false
  return {
    async ask(text, values) {
      if (isStuck) throw new StoreUnavailable(new Error('the connection is stuck'))
      holdBack(client.connection.stream)
      try {
        return await query(client, { text, values: [...values], name: toName(text) })
      } catch (error) {
        isStuck ||= !(error instanceof pg.DatabaseError)
        throw toPostgresError(error)
      }
    },
    release: (isBroken) => client.release(isBroken || isStuck),
  }
}

function holdBack(stream: Duplex): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  setImmediate(() => stream.uncork())
}

interface Query {
  readonly text: string
  readonly values: unknown[]
  readonly name: string | undefined
}

/** As `client.query` does, which copies what it is given twice more. */
const query = (client: PoolClient, { text, values, name }: Query) =>
  new Promise<QueryResult>((resolve, reject) => {
    const callback = (error: Error | null, result: QueryResult) =>
      error ? reject(error) : resolve(result)
    client.query(Object.assign(new pg.Query(text, values), { name, callback }))
  })
