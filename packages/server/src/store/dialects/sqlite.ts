import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import type { OpenedDialect } from './dialect.js'
import { importSqlite } from './import-sqlite.js'

const busyTimeoutMs = 5_000
const preparedTexts = 200

/** Opens the embedded database; what it says is written is on the disk, also after a power cut. */
export async function openSqlite(path: string): Promise<OpenedDialect> {
  const { DatabaseSync } = await importSqlite()
  if (path !== ':memory:') await makeFile(path)
  const database = new DatabaseSync(path, {
    timeout: busyTimeoutMs,
    enableForeignKeyConstraints: true,
  })
  database.exec('pragma journal_mode = wal; pragma synchronous = full')
  return {
    dialect: new NodeSqliteDialect({ database: adapt(database) }),
    traits: { canSkipLocked: false },
  }
}

/** SQLite would make the file readable by all; its journals take over the file's mode. */
async function makeFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await (await open(path, 'a', 0o600)).close()
}

/** `node:sqlite` as kysely's `SqliteDialect` wants it, with the texts it meets again kept prepared. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepared.get(sql) ?? prepare(database, sql)
      if (prepared.size < preparedTexts) prepared.set(sql, statement)
      return statement
    },
  }
}

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql)
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...toInputs(values)),
    run: (values) => statement.run(...toInputs(values)),
    iterate: (values) => statement.iterate(...toInputs(values)),
  }
}

const toInputs = (values: readonly unknown[]) =>
  values.map((value): SQLInputValue => {
    if (value === null || typeof value === 'string' || typeof value === 'number') return value
    throw new TypeError(`SQLite is given texts, numbers and nulls, not a ${typeof value}`)
  })

/** Kysely lends the one connection to one transaction at a time, so requests do not interleave. */
class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase

  constructor({ database }: { database: SqliteDatabase }) {
    super({ database })
    this.#database = database
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver({ database: this.#database })
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

/** Takes the writer's lock at the start: a reader that turns writer late fails without waiting. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** SQLite makes tables in transactions like rows: a migration happens whole or not, once. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
