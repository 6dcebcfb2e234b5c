import pg from 'pg'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { newKey, phone, send, setup as setupApp } from '../../backend.setup.js'
import { fileDeclaration } from '../contract/rows.setup.js'
import { createPausableProxy } from '../pausable-proxy.setup.js'
import { createTestDatabase } from '../postgres.setup.js'
import { StoreUnavailable } from '../store-unavailable.js'
import { createSqlStore } from './create-sql-store.js'

const database = await createTestDatabase()
afterAll(() => database.close())

async function setup() {
  const wire = await createPausableProxy(database.url)
  const store = await createSqlStore({ postgres: wire.url, poolSize: 3, timeoutMs: 300 })
  onTestFinished(async () => {
    await store.close()
    wire.close()
  })
  return { store, wire }
}

it('117: says of a database that is paused that it is unavailable, and goes on after it', async () => {
  const { store, wire } = await setup()
  await fileDeclaration(store, { phoneIndex: 'before', people: ['anyone'] })

  wire.pause()
  const startedAt = performance.now()
  const writes = Array.from({ length: 12 }, (_, index) =>
    fileDeclaration(store, { phoneIndex: `paused-${index}`, people: ['anyone'] }),
  )
  const refused = await Promise.allSettled(writes)
  const tookMs = performance.now() - startedAt
  wire.resume()

  for (const each of refused) {
    expect(each).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) })
  }
  expect(tookMs).toBeLessThan(5_000)
  await expect.poll(() => store.ping().then(() => 'answers')).toBe('answers')
  expect(await store.declarations.findDeclarations('before', 10)).toHaveLength(1)
})

it('makes the API answer 503, and when to come again, while the database is paused', async () => {
  const { store, wire } = await setup()
  const backend = await setupApp({ store })
  wire.pause()

  const body = { phone, purpose: 'declare' }
  const key = { 'idempotency-key': newKey() }
  const answer = await send(backend, 'POST', '/v1/otp/challenges', body, key)
  wire.resume()

  expect(answer).toMatchObject({ status: 503, json: { code: 'overloaded', retryAfterSeconds: 5 } })
})

it('waits no longer for a row that another process holds', async () => {
  const { store } = await setup()
  await store.limits.hit('held', 60_000, 0)
  const other = new pg.Client({ connectionString: database.url })
  await other.connect()
  await other.query(`begin; update rate_limits set count = 7 where limit_key = 'held'`)

  await expect(store.limits.hit('held', 60_000, 0)).rejects.toThrow(StoreUnavailable)
  await other.query('commit')
  await other.end()

  expect(await store.limits.hit('held', 60_000, 0)).toMatchObject({ count: 8 })
})
