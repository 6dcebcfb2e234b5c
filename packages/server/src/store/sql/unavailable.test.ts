import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { newKey, phone, send, setup as setupApp } from '../../backend.setup.js'
import { createSqliteConnection } from '../dialects/sqlite-connection.js'
import { NodeSqliteDialect } from '../dialects/sqlite-driver.js'
import type { Store } from '../store.js'
import { StoreUnavailable } from '../store-unavailable.js'
import { createSqlStore } from './create-sql-store.js'

/** A store, and another process (here: another connection) that writes and does not finish. */
async function setupLocked() {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-locked-'))
  const sqlite = join(folder, 'kbyt.sqlite')
  const store = await createSqlStore({ sqlite })
  const other = new DatabaseSync(sqlite)
  other.exec('begin immediate')
  onTestFinished(async () => {
    other.close()
    await store.close()
    await rm(folder, { recursive: true })
  })
  return { store, unlock: () => other.exec('rollback') }
}

/** Three writes at once whose patience runs out. */
async function waitInVain(store: Store) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
  const all = Promise.allSettled([1, 2, 3].map(() => store.limits.hit('key', 1_000, 0)))
  await vi.advanceTimersByTimeAsync(5_100)
  vi.useRealTimers()
  return all
}

const asked = { phone, purpose: 'declare' }

describe('a locked SQLite', () => {
  it('is waited for while the process goes on', async () => {
    const { store, unlock } = await setupLocked()

    const hit = store.limits.hit('key', 1_000, 0)
    await new Promise(setImmediate) // the lock was met by now
    unlock()

    expect(await hit).toMatchObject({ count: 1 })
  })

  it('is waited for in vain once, not by everybody in the queue', async () => {
    const { store, unlock } = await setupLocked()
    const refused = await waitInVain(store)
    unlock()

    expect(refused.map((each) => each.status === 'rejected' && each.reason)).toEqual(
      Array(3).fill(expect.any(StoreUnavailable)),
    )
    expect(await store.limits.hit('key', 1_000, 0)).toMatchObject({ count: 1 })
  })

  it('makes the API answer that it is overloaded, and when to come again', async () => {
    const { store } = await setupLocked()
    const backend = await setupApp({ store })
    await waitInVain(store)

    const { status, json, headers } = await send(backend, 'POST', '/v1/otp/challenges', asked, {
      'idempotency-key': newKey(),
    })

    expect([status, json.code, headers.get('retry-after')]).toEqual([503, 'overloaded', '5'])
  })
})

it('says of a full disk that the database is unavailable, and goes on when there is room', async () => {
  const database = new DatabaseSync(':memory:')
  const db = new Kysely<never>({
    dialect: new NodeSqliteDialect({ writer: createSqliteConnection(database) }),
  })
  database.exec('create table notes (text text); pragma max_page_count = 10')
  const fill = () =>
    db.transaction().execute(async (transaction) => {
      await sql`insert into notes values (${'x'.repeat(100_000)})`.execute(transaction)
    })

  await expect(fill()).rejects.toThrow(StoreUnavailable)
  database.exec('pragma max_page_count = 1000')
  await fill()

  await db.destroy()
})
