import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { newKey } from '../backend.setup.js'
import type { LogEvent } from '../ports.js'
import { createPausableProxy } from '../store/pausable-proxy.setup.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { openBackend } from './open-backend.js'
import { serveBackend } from './serve-backend.js'
import { makeDataDir } from './server-process.setup.js'

vi.setConfig({ testTimeout: 30_000 })

const database = await createTestDatabase()
afterAll(() => database.close())

async function setup() {
  const wire = await createPausableProxy(database.url)
  const logged: LogEvent[] = []
  const backend = await openBackend({
    dataDir: await makeDataDir(),
    databaseUrl: wire.url,
    databasePoolSize: 5,
    databaseTimeoutMs: 500,
    environment: 'development',
    origins: [],
    otpRequestsPerNetworkHour: 1_000_000,
    overload: { running: 5, waiting: 20, patienceMs: 400, maxLagMs: 60_000 },
    log: (event) => logged.push(event),
  })
  const server = await serveBackend(backend, { port: 0, hostname: '127.0.0.1' })
  onTestFinished(async () => {
    await server.close()
    wire.close()
  })
  const url = `http://127.0.0.1:${server.port}`
  const ask = (phone: string) =>
    fetch(`${url}/v1/otp/challenges`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
      body: JSON.stringify({ phone, purpose: 'declare' }),
    })
  const read = async (path: string) => (await fetch(`${url}${path}`)).status
  return { wire, logged, ask, read }
}

it('117: is flooded while its database is paused, says so to everybody at once, and serves again after it', async () => {
  const { wire, logged, ask, read } = await setup()

  wire.pause()
  const startedAt = performance.now()
  const flood = Array.from({ length: 200 }, (_, index) => ask(`+8490${1_000_000 + index}`))
  const [health, readiness] = [await read('/healthz'), await read('/readyz')]
  const answers = await Promise.all(flood)
  const tookMs = performance.now() - startedAt
  wire.resume()

  expect([health, readiness]).toEqual([200, 503])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
  expect(answers.every(({ headers }) => Number(headers.get('retry-after')) >= 1)).toBe(true)
  expect(tookMs).toBeLessThan(15_000)
  expect(logged.filter(({ event }) => event === 'internal')).toEqual([])
  await expect.poll(() => read('/readyz'), { timeout: 5_000 }).toBe(200)
  expect((await ask('+84902999999')).status).toBe(201)
})
