import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { SharedWriter, type WriterTurn } from './shared-writer.js'
import type { SqliteConnection } from './sqlite-connection.js'
import { toSnakeCase } from './to-snake-case.js'

/** One database, open twice. */
export interface SqliteConnections {
  readonly writer: SqliteConnection
  /** Sees committed rows only: no answer rests on what is not on the disk. Without it the writer reads. */
  readonly reader?: SqliteConnection | undefined
}

/** SQLite by a connection whose transactions share their commits, and one that reads. */
export class NodeSqliteDialect implements Dialect {
  readonly #connections: SqliteConnections

  constructor(connections: SqliteConnections) {
    this.#connections = connections
  }

  createDriver(): Driver {
    return new NodeSqliteDriver(this.#connections)
  }

  createAdapter(): SqliteAdapter {
    return new NodeSqliteAdapter()
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SnakeCaseCompiler()
  }

  createIntrospector(db: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(db)
  }
}

/** What kysely takes for a connection is a caller's; those of the database are two for all callers. */
class NodeSqliteDriver implements Driver {
  readonly #connections: SqliteConnections
  readonly #writer: SharedWriter
  /** Those within a transaction. */
  readonly #turns = new WeakMap<DatabaseConnection, WriterTurn>()

  constructor(connections: SqliteConnections) {
    this.#connections = connections
    this.#writer = new SharedWriter(connections.writer)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection: DatabaseConnection = {
      executeQuery: (query) => this.#execute(connection, query),
      streamQuery() {
        throw new TypeError('the store asks for no cursors')
      },
    }
    return connection
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#turns.set(connection, await this.#writer.take())
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#endTurn(connection)?.keep()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#endTurn(connection)?.undo()
  }

  async destroy(): Promise<void> {
    await this.#writer.settle()
    this.#connections.reader?.close()
    this.#connections.writer.close() // the last one tidies up the journal
  }

  async #execute<Row>(
    connection: DatabaseConnection,
    query: CompiledQuery,
  ): Promise<QueryResult<Row>> {
    const turn = this.#turns.get(connection)
    if (turn) return turn.run(query)
    const { reader } = this.#connections
    if (reader && query.sql.startsWith('select')) return reader.execute(query)
    return this.#writer.write(query)
  }

  #endTurn(connection: DatabaseConnection): WriterTurn | undefined {
    const turn = this.#turns.get(connection)
    this.#turns.delete(connection)
    return turn
  }
}

class SnakeCaseCompiler extends SqliteQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(toSnakeCase(identifier))
  }
}

/** SQLite makes tables in transactions like rows: a migration happens whole or not, once. */
class NodeSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }

  override get supportsMultipleConnections(): boolean {
    return true
  }
}
