import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { CompiledQuery, QueryResult } from 'kysely'
import { toSqliteError } from './sqlite-error.js'

/** What a request asks has some hundred texts; lists of other lengths add to them. */
const preparedTexts = 400

/** A connection to a SQLite file. */
export interface SqliteConnection {
  /** Whether a transaction is open: SQLite ends one by itself, for instance on a full disk. */
  readonly isTransaction: boolean
  /** @throws {StoreUnavailable} when the disk or a lock is in the way; else what `node:sqlite` throws. */
  execute<Row>(query: CompiledQuery): QueryResult<Row>
  close(): void
}

interface Prepared {
  readonly statement: StatementSync
  readonly isReader: boolean
}

/** `node:sqlite` for kysely's queries; the texts it met last are kept prepared. */
export function createSqliteConnection(database: DatabaseSync): SqliteConnection {
  const texts = new Map<string, Prepared>()

  function prepare(sql: string): Prepared {
    const known = texts.get(sql)
    const prepared = known ?? prepareText(database, sql)
    if (known) texts.delete(sql)
    texts.set(sql, prepared) // the last one is the newest
    const [oldest] = texts.size > preparedTexts ? texts.keys() : []
    if (oldest !== undefined) texts.delete(oldest)
    return prepared
  }

  function execute<Row>(query: CompiledQuery): QueryResult<Row>
  function execute({ sql, parameters }: CompiledQuery): QueryResult<unknown> {
    try {
      const { statement, isReader } = prepare(sql)
      const inputs = toInputs(parameters)
      if (isReader) return { rows: statement.all(...inputs) }
      return { rows: [], numAffectedRows: BigInt(statement.run(...inputs).changes) }
    } catch (error) {
      throw toSqliteError(error)
    }
  }

  return {
    get isTransaction() {
      return database.isTransaction
    },
    execute,
    close: () => database.close(),
  }
}

function prepareText(database: DatabaseSync, sql: string): Prepared {
  const statement = database.prepare(sql)
  return { statement, isReader: statement.columns().length > 0 }
}

const toInputs = (values: readonly unknown[]) =>
  values.map((value): SQLInputValue => {
    if (value === null || typeof value === 'string' || typeof value === 'number') return value
    throw new TypeError(`SQLite is given texts, numbers and nulls, not a ${typeof value}`)
  })
