import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
} from 'kysely'
import { createPatientConnection } from './patient-connection.js'
import { toSnakeCase } from './to-snake-case.js'

/** What kysely asks of a database, and whether a transaction is open. */
export interface AdaptedSqlite extends SqliteDatabase {
  readonly isTransaction: boolean
}

/** Kysely lends the one connection to one transaction at a time, so requests do not interleave. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: AdaptedSqlite

  constructor(database: AdaptedSqlite) {
    super({ database })
    this.#database = database
  }

  override createDriver(): SqliteDriver {
    return new NodeSqliteDriver(this.#database)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new SnakeCaseCompiler()
  }
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #database: AdaptedSqlite
  #connection: DatabaseConnection | undefined

  constructor(database: AdaptedSqlite) {
    super({ database })
    this.#database = database
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= createPatientConnection(await super.acquireConnection())
    return this.#connection
  }

  /** Takes the writer's lock at the start: a reader that turns writer late fails without waiting. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** A full disk makes SQLite roll back by itself; to ask again would hide what happened. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection)
  }
}

class SnakeCaseCompiler extends SqliteQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(toSnakeCase(identifier))
  }
}

/** SQLite makes tables in transactions like rows: a migration happens whole or not, once. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
