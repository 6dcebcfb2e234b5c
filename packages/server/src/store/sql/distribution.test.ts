import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../postgres.setup.js'
import { createSqlStore } from './create-sql-store.js'
import { distributionKeys } from './distribution.js'

// BACKEND.md, "Growing past one machine", read from the catalogue of a migrated database.
const database = await createTestDatabase()
await (await createSqlStore({ postgres: database.url })).close()
const client = new pg.Client({ connectionString: database.url })
await client.connect()
afterAll(async () => {
  await client.end()
  await database.close()
})

const keys: Readonly<Record<string, string | null>> = distributionKeys
const ours = `relnamespace = 'public'::regnamespace and relname not like 'kysely_%'`

async function ask<Row extends object>(text: string): Promise<Row[]> {
  return (await client.query<Row>(text)).rows
}

describe('the schema', () => {
  it('has a distribution key for every table, and no table without a line', async () => {
    const tables = await ask<{ relname: string }>(
      `select relname from pg_class where relkind = 'r' and ${ours} order by relname`,
    )

    expect(tables.map(({ relname }) => relname)).toEqual(Object.keys(keys).sort())
  })

  it('has the key in every primary key and unique index', async () => {
    const indexes = await ask<{ table: string; columns: string[] }>(`
      select relname as table, array(
        select attname::text from pg_attribute
        where attrelid = indrelid and attnum = any (indkey)
      ) as columns
      from pg_index join pg_class on pg_class.oid = indrelid where indisunique and ${ours}`)
    const without = indexes.filter(({ table, columns }) => {
      const key = keys[table]
      return key && !columns.includes(key)
    })

    expect(indexes.length).toBeGreaterThanOrEqual(Object.keys(keys).length)
    expect(without).toEqual([])
  })

  it('has foreign keys only between tables with the same key', async () => {
    const foreignKeys = await ask<{ from: string; to: string }>(`
      select conrelid::regclass::text as from, confrelid::regclass::text as to
      from pg_constraint where contype = 'f'`)

    expect(foreignKeys.filter(({ from, to }) => keys[from] !== keys[to])).toEqual([])
  })

  it('has no triggers, sequences, defaults or functions of its own', async () => {
    const found = await ask<{ name: string }>(`
      select tgname::text as name from pg_trigger where not tgisinternal
      union all select relname::text from pg_class where relkind = 'S' and ${ours}
      union all select adrelid::regclass::text from pg_attrdef
        join pg_class on pg_class.oid = adrelid where ${ours}
      union all select proname::text from pg_proc where pronamespace = 'public'::regnamespace`)

    expect(found).toEqual([])
  })
})

/** The store's own SQL, file by file: what is asked of the tables. */
const sources = globSync('*.sql.ts', { cwd: import.meta.dirname }).map((name) => ({
  name,
  text: readFileSync(join(import.meta.dirname, name), 'utf8'),
}))

const toSnakeCase = (name: string) => name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
const toCamelCase = (name: string) => name.replace(/_(\w)/g, (_all, sign) => sign.toUpperCase())

describe('the queries', () => {
  it('join only rows that have the same distribution key, by that key', () => {
    const joins = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/Join\(\s*'(\w+)[^']*'/g)].map(({ 1: table = '', index }) => ({
        name,
        key: keys[toSnakeCase(table)],
        condition: text.slice(index, index + 300),
      })),
    )
    const crossing = joins.filter(
      ({ key, condition }) => key === undefined || (key && !condition.includes(toCamelCase(key))),
    )

    expect(crossing).toEqual([])
  })

  it('skip locked rows in queues alone, which lie whole on one machine', () => {
    const queues = sources.filter(({ text }) => text.includes('skipLocked('))
    const tables = queues.flatMap(({ text }) =>
      [...text.matchAll(/updateTable\('(\w+)'/g)].map(([, table = '']) => toSnakeCase(table)),
    )

    expect(tables).toContain('sms_outbox')
    expect(tables.filter((table) => keys[table] !== null)).toEqual([])
  })

  it('take no advisory locks, and name no sequence', () => {
    const found = sources.filter(({ text }) => /advisory|nextval|serial/i.test(text))

    expect(found.map(({ name }) => name)).toEqual([])
  })
})
