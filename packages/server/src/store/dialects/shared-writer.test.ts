import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CompiledQuery, Kysely, sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { StoreUnavailable } from '../store-unavailable.js'
import { createSqliteConnection, type SqliteConnection } from './sqlite-connection.js'
import { NodeSqliteDialect } from './sqlite-driver.js'

interface Notes {
  notes: { text: string }
}

/** A database of notes, what its writer was asked, and how the next commit is made to fail. */
async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-shared-'))
  const path = join(folder, 'notes.sqlite')
  const database = new DatabaseSync(path)
  database.exec('pragma journal_mode = wal; create table notes (text text primary key)')
  const asked: string[] = []
  const failures: Error[] = []
  const connection = createSqliteConnection(database)
  const writer: SqliteConnection = {
    get isTransaction() {
      return connection.isTransaction
    },
    close: () => connection.close(),
    execute(query) {
      asked.push(query.sql.split(' ', 1)[0] ?? '')
      const failure = query.sql === 'commit' ? failures.pop() : undefined
      if (failure) throw failure
      return connection.execute(query)
    },
  }
  const reader = createSqliteConnection(new DatabaseSync(path, { readOnly: true }))
  const db = new Kysely<Notes>({ dialect: new NodeSqliteDialect({ writer, reader }) })
  onTestFinished(async () => {
    await db.destroy()
    await rm(folder, { recursive: true })
  })
  const add = (text: string, to: Kysely<Notes> = db) =>
    to.insertInto('notes').values({ text }).execute()
  const findAll = async (from: Kysely<Notes> = db) =>
    (await from.selectFrom('notes').select('text').orderBy('text').execute()).map(
      ({ text }) => text,
    )
  return { db, database, asked, failures, add, findAll }
}

const count = (asked: readonly string[], word: string) => asked.filter((it) => it === word).length

it('commits once for all who write in one round of the event loop', async () => {
  const { db, asked, add, findAll } = await setup()

  await Promise.all([
    add('a'),
    db.transaction().execute((transaction) => add('b', transaction)),
    add('c'),
    db.transaction().execute((transaction) => add('d', transaction)),
  ])

  expect([count(asked, 'begin'), count(asked, 'commit')]).toEqual([1, 1])
  expect(await findAll()).toEqual(['a', 'b', 'c', 'd'])
})

it('answers nobody before the commit, and shows nobody what is not committed', async () => {
  const { asked, add, findAll } = await setup()
  const answers: string[] = []

  const written = add('a').then(() => answers.push(`written after ${asked.at(-1)}`))
  await Promise.resolve()
  await findAll().then((texts) => answers.push(`read ${texts.length}, last was ${asked.at(-1)}`))
  await written

  expect(answers).toEqual(['read 0, last was insert', 'written after commit'])
})

it('keeps the others where one of them is undone', async () => {
  const { db, asked, add, findAll } = await setup()

  const outcomes = await Promise.allSettled([
    add('a'),
    db.transaction().execute(async (transaction) => {
      await add('b', transaction)
      throw new Error('not this one')
    }),
    add('a'),
    add('c'),
  ])

  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ])
  expect(count(asked, 'commit')).toBe(1)
  expect(await findAll()).toEqual(['a', 'c'])
})

it('refuses nobody for what is not committed yet', async () => {
  const { add, findAll } = await setup()

  const first = add('a')
  const found = await add('a').catch(() => findAll())
  await first

  expect(found).toEqual(['a'])
})

it('tells all of them when the commit fails, and goes on with the next', async () => {
  const { db, failures, add, findAll } = await setup()
  failures.push(new StoreUnavailable(new Error('the disk is gone')))

  const outcomes = await Promise.allSettled([
    add('a'),
    add('b'),
    db.transaction().execute((transaction) => findAll(transaction)),
    db.transaction().execute(async (transaction) => {
      await add('a', transaction)
    }),
  ])
  await add('c')

  expect(outcomes.map((each) => each.status === 'rejected' && each.reason)).toEqual(
    Array(4).fill(expect.any(StoreUnavailable)),
  )
  expect(await findAll()).toEqual(['c'])
})

it('loses what was to be committed together when the disk is full, and nothing after', async () => {
  const { db, database, add, findAll } = await setup()
  database.exec('pragma max_page_count = 10')

  const outcomes = await Promise.allSettled([
    add('a'),
    db.transaction().execute(async (transaction) => {
      await add('b', transaction)
      await add('x'.repeat(100_000), transaction).catch(() => {})
      await add('c', transaction)
    }),
    add('d'),
  ])
  database.exec('pragma max_page_count = 1000')

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
  expect(await findAll()).toEqual(['d'])
})

it('gives the connection to one transaction at a time, in the order they came', async () => {
  const { db, add } = await setup()
  const steps: string[] = []
  const step = (name: string) =>
    db.transaction().execute(async (transaction) => {
      steps.push(`${name} begins`)
      await add(name, transaction)
      await new Promise(setImmediate) // longer than a round of the event loop
      steps.push(`${name} ends`)
    })

  await Promise.all([step('a'), step('b'), add('c').then(() => steps.push('c'))])

  expect(steps.slice(0, 4)).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  expect(steps).toHaveLength(5)
})

it('has everything on the disk when it is closed', async () => {
  const { db, asked, add } = await setup()

  const written = add('a')
  await sql`select 1`.execute(db)
  await db.destroy()
  await written

  expect(asked.at(-1)).toBe('commit')
})

it('takes texts, numbers and nulls only', () => {
  const connection = createSqliteConnection(new DatabaseSync(':memory:'))

  const ask = () => connection.execute(CompiledQuery.raw('select ?', [true]))

  expect(ask).toThrow(TypeError)
  connection.close()
})
