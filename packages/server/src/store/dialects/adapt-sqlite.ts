import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { SqliteStatement } from 'kysely'
import type { AdaptedSqlite } from './sqlite-driver.js'

const preparedTexts = 200

/** `node:sqlite` as kysely's `SqliteDialect` wants it, with the texts it meets again kept prepared. */
export function adaptSqlite(database: DatabaseSync): AdaptedSqlite {
  const prepared = new Map<string, SqliteStatement>()
  return {
    get isTransaction() {
      return database.isTransaction
    },
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
