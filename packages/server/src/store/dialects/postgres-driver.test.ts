import { CompiledQuery, Kysely, sql } from 'kysely'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase } from '../postgres.setup.js'
import { StoreUnavailable } from '../store-unavailable.js'
import { openPostgres } from './postgres.js'

const database = await createTestDatabase()
afterAll(() => database.close())

async function setup(poolSize = 4) {
  const { dialect } = await openPostgres({ postgres: database.url, poolSize })
  const db = new Kysely<never>({ dialect })
  onTestFinished(() => db.destroy())
  const askWho = (on: Kysely<never>) =>
    sql<{ pid: number }>`select pg_backend_pid() as pid`
      .execute(on)
      .then(({ rows }) => rows[0]?.pid)
  return { db, askWho }
}

describe('the driver for PostgreSQL', () => {
  it('asks single statements of one round on one connection', async () => {
    const { db, askWho } = await setup()

    const asked = await Promise.all([askWho(db), askWho(db), askWho(db)])

    expect(new Set(asked).size).toBe(1)
  })

  it('gives a transaction a connection of its own, whoever asks beside it', async () => {
    const { db, askWho } = await setup()

    const { inside, beside } = await db.transaction().execute(async (transaction) => {
      const [first, second, other] = await Promise.all([
        askWho(transaction),
        askWho(transaction),
        askWho(db),
      ])
      return { inside: [first, second], beside: other }
    })

    expect(new Set(inside).size).toBe(1)
    expect(inside).not.toContain(beside)
  })

  it('refuses one statement of a round, and answers the others', async () => {
    const { db } = await setup()
    const divide = (by: number) =>
      sql<{ result: number }>`select 6 / ${by}::int as result`.execute(db)

    const answers = await Promise.allSettled([divide(2), divide(0), divide(3)])

    expect(answers.map((each) => each.status === 'fulfilled' && each.value.rows)).toEqual([
      [{ result: 3 }],
      false,
      [{ result: 2 }],
    ])
  })

  it('says that one may ask again where the first of a round could not be prepared for the others', async () => {
    const { db } = await setup()
    const ask = () => sql`select * from nowhere`.execute(db)

    const [first, second] = await Promise.allSettled([ask(), ask()])

    expect(first).toMatchObject({ reason: { code: '42P01' } })
    expect(second).toMatchObject({ reason: expect.any(StoreUnavailable) })
  })

  it('keeps more statements waiting than it has connections', async () => {
    const { db, askWho } = await setup(2)

    const asked = await Promise.all(Array.from({ length: 200 }, () => askWho(db)))

    expect(asked).not.toContain(undefined)
    expect(new Set(asked).size).toBeLessThanOrEqual(2)
  })

  it('commits nothing of a transaction in which a statement failed, though nobody minded', async () => {
    const { db } = await setup()
    await sql`create table kept (id int primary key)`.execute(db)

    const committed = db.transaction().execute(async (transaction) => {
      await sql`insert into kept values (1)`.execute(transaction)
      await sql`insert into kept values (1)`.execute(transaction).catch(() => {})
    })

    await expect(committed).rejects.toThrow('rolled back')
    expect((await sql`select * from kept`.execute(db)).rows).toEqual([])
  })

  it('begins a transaction on a connection of its own after a statement beside others', async () => {
    const { db, askWho } = await setup()

    const [inside, beside] = await db.connection().execute(async (connection) => {
      await askWho(connection)
      return connection
        .transaction()
        .execute(async (transaction) => Promise.all([askWho(transaction), askWho(db)]))
    })

    expect(inside).not.toBe(beside)
  })

  it('says how many rows were written, and none of what was read', async () => {
    const { db } = await setup()
    await sql`create table counted (id int)`.execute(db)

    const written = await db.executeQuery(CompiledQuery.raw('insert into counted values (1), (2)'))
    const read = await db.executeQuery(CompiledQuery.raw('select * from counted'))

    expect([written.numAffectedRows, read.numAffectedRows]).toEqual([2n, undefined])
  })
})
