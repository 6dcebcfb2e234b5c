import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { newKey } from '../backend.setup.js'
import type { DatabaseAddress } from '../store/dialects/open-dialect.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { makeDataDir, type ServerProcess, startProcess } from './server-process.setup.js'

// processes that read the sources start slowly on a busy machine
vi.setConfig({ testTimeout: 60_000 })

const database = await createTestDatabase()
afterAll(() => database.close())

const callers = 2
/** Far from the one before: numbers in a row trip the breaker. */
const toPhone = (number: number) =>
  `+8490${String(number).split('').reverse().join('').padEnd(7, '0')}`

/** Asks for codes until nobody answers any more; the ids that were acknowledged. */
async function askUntilRefused({ send }: ServerProcess, acknowledged: string[], from: number) {
  for (let number = from; ; number += callers) {
    try {
      const body = { phone: toPhone(number), purpose: 'declare' }
      const key = { 'idempotency-key': newKey() }
      const { status, json } = await send('POST', '/v1/otp/challenges', body, key)
      if (status === 201) acknowledged.push(String(json.challengeId))
    } catch {
      return
    }
  }
}

async function setup(databaseUrl?: string) {
  const dataDir = await makeDataDir()
  const server = await startProcess({
    KBYT_DATA_DIR: dataDir,
    KBYT_DRAIN_SECONDS: '2',
    KBYT_OTP_REQUESTS_PER_NETWORK_HOUR: '1000000',
    ...(databaseUrl && { KBYT_DATABASE_URL: databaseUrl }),
  })
  const address: DatabaseAddress = databaseUrl
    ? { postgres: databaseUrl }
    : { sqlite: join(dataDir, 'kbyt.sqlite') }
  return { server, address }
}

async function countKept(address: DatabaseAddress, ids: readonly string[]): Promise<number> {
  const store = await createSqlStore(address)
  const found = await Promise.all(ids.map((id) => store.otp.findChallenge(id)))
  await store.close()
  return found.filter(Boolean).length
}

it.each([
  ['SQLite', undefined],
  ['PostgreSQL', database.url],
])(
  'ends on %s with every write it acknowledged, and tells balancers before',
  async (_name, url) => {
    const { server, address } = await setup(url)
    const acknowledged: string[] = []
    const asking = Array.from({ length: callers }, (_, from) =>
      askUntilRefused(server, acknowledged, from),
    )
    await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(30)

    const before = acknowledged.length
    const exited = server.stop()
    await expect
      .poll(() => server.send('GET', '/readyz'), { interval: 20, timeout: 10_000 })
      .toMatchObject({ status: 503, json: { issues: [{ path: 'stopping', code: 'missing' }] } })
    const whileStopping = await server.send('GET', '/v1/config')
    const exitCode = await exited
    await Promise.all(asking)

    expect(whileStopping.status).toBe(200)
    expect(acknowledged.length).toBeGreaterThan(before)
    expect(exitCode).toBe(0)
    expect(await countKept(address, acknowledged)).toBe(acknowledged.length)
  },
)
