import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import pg from 'pg'
import { expect, it, onTestFinished, vi } from 'vitest'
import { fileWith } from '../store/contract/cases.setup.js'
import { unique } from '../store/contract/rows.setup.js'
import type { DatabaseAddress } from '../store/dialects/open-dialect.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import type { Store } from '../store/store.js'

vi.setConfig({ testTimeout: 30_000 })

const isLong = process.env.KBYT_LONG === '1'
const writers = 6
const filingsPerWriter = isLong ? 200 : 12

async function makeSqlite(): Promise<DatabaseAddress> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-feed-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { sqlite: join(folder, 'feed.sqlite') }
}

async function makePostgres() {
  const { url, close } = await createTestDatabase()
  onTestFinished(close)
  return { postgres: url }
}

async function open(address: DatabaseAddress): Promise<Store> {
  const store = await createSqlStore(address)
  onTestFinished(() => store.close())
  return store
}

/** Files a declaration whose event has an id from anywhere in time, as a slow or wrong clock makes it. */
async function file(store: Store): Promise<string> {
  const eventId = `${Math.random()} ${unique('event')}`
  await fileWith(store, { phoneIndex: unique('phone'), people: [unique('person')] }, (filed) => {
    const { phoneIndex, declarationId } = filed.declaration
    const personId = filed.people[0]?.personId ?? ''
    const type = 'declaration-filed' as const
    return { events: [{ eventId, type, at: 0, phoneIndex, declarationId, personId }] }
  })
  return eventId
}

it.each([
  ['SQLite', makeSqlite],
  ['PostgreSQL', makePostgres],
])(
  'two readers on %s see each event of six writers once, in one order, however ids and commits lie',
  async (_name, make) => {
    const address = await make()
    const [one, two] = [await open(address), await open(address)]
    let isWriting = true
    const filed: string[] = []
    const write = async (store: Store) => {
      for (let count = 0; count < filingsPerWriter; count += 1) filed.push(await file(store))
    }
    const read = async ({ feed }: Store) => {
      const seen: string[] = []
      for (let place = 0, isLast = false; ; ) {
        isLast = !isWriting
        await feed.numberEvents(7)
        const page = await feed.findEvents(place, 5)
        seen.push(...page.map(({ eventId }) => eventId))
        place = page.at(-1)?.position ?? place
        // node:sqlite answers at once: whoever never waits lets no timer of a writer run
        await nextTurn()
        if (isLast && page.length === 0 && (await feed.numberEvents(7)) === 0) return seen
      }
    }

    const readings = [read(one), read(two)]
    const stores = Array.from({ length: writers }, (_, index) => (index % 2 === 0 ? one : two))
    await Promise.all(stores.map(write))
    isWriting = false
    const [first = [], second] = await Promise.all(readings)

    expect(first.toSorted()).toEqual(filed.toSorted())
    expect(second).toEqual(first)
  },
)

it('a reader on PostgreSQL misses no event that was slow to commit', async () => {
  const address = await makePostgres()
  const store = await open(address)
  const slow = new pg.Client({ connectionString: address.postgres })
  await slow.connect()
  onTestFinished(() => slow.end())
  await slow.query('begin')
  await slow.query(
    `insert into feed_events values ('0 slow', 'declaration-filed', 0, 'phone', 'declaration', 'person', null)`,
  )

  const fast = await file(store)
  await store.feed.numberEvents(100)
  const before = await store.feed.findEvents(0, 100)
  await slow.query('commit')
  await store.feed.numberEvents(100)
  const after = await store.feed.findEvents(before.at(-1)?.position ?? 0, 100)

  expect(before.map(({ eventId }) => eventId)).toEqual([fast])
  expect(after.map(({ eventId }) => eventId)).toEqual(['0 slow'])
})
