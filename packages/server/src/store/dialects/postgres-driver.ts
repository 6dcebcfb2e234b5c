import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Pool } from 'pg'
import { createNamedClients, type LentClient, type TakeClient } from './named-clients.js'
import { shareClients } from './shared-clients.js'

/** Runs statements on a pool: those that stand by themselves share connections, a transaction has its own. */
export class PostgresPoolDriver implements Driver {
  readonly #pool: Pool
  readonly #takeOwn: TakeClient
  readonly #takeShared: TakeClient

  constructor(pool: Pool) {
    this.#pool = pool
    this.#takeOwn = createNamedClients(pool)
    this.#takeShared = shareClients(this.#takeOwn)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<CallersConnection> {
    return new CallersConnection(this.#takeOwn, this.#takeShared)
  }

  releaseConnection(connection: CallersConnection): Promise<void> {
    return connection.giveBack()
  }

  beginTransaction(connection: CallersConnection): Promise<void> {
    return connection.begin()
  }

  async commitTransaction(connection: CallersConnection): Promise<void> {
    const { command } = await connection.ask('commit')
    // what failed before has undone the transaction, whatever is asked for after it
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  }

  rollbackTransaction(connection: CallersConnection): Promise<void> {
    return connection.undo()
  }

  destroy(): Promise<void> {
    return this.#pool.end()
  }
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** What kysely takes for a connection. It has one of the pool's from its first statement on. */
class CallersConnection implements DatabaseConnection {
  readonly #takeOwn: TakeClient
  readonly #takeShared: TakeClient
  #taken: Promise<LentClient> | undefined
  #isBroken = false

  constructor(takeOwn: TakeClient, takeShared: TakeClient) {
    this.#takeOwn = takeOwn
    this.#takeShared = takeShared
  }

  async ask(text: string, values: readonly unknown[] = []) {
    this.#taken ??= this.#takeShared()
    return (await this.#taken).ask(text, values)
  }

  async begin(): Promise<void> {
    await this.giveBack()
    this.#taken = this.#takeOwn()
    await this.ask('begin')
  }

  /** Where that fails, a transaction may be left open: nobody else is given the connection. */
  async undo(): Promise<void> {
    this.#isBroken = true
    await this.ask('rollback')
    this.#isBroken = false
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, rowCount, rows } = await this.ask(sql, parameters)
    return { rows, ...(writes.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) }
  }

  streamQuery(): never {
    throw new TypeError('the store asks for no cursors')
  }

  async giveBack(): Promise<void> {
    const client = await this.#taken?.catch(() => undefined) // it was never lent
    this.#taken = undefined
    client?.release(this.#isBroken)
  }
}
