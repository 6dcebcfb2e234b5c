import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { makeDeclaration, newKey, send } from '../backend.setup.js'
import { createUuid } from '../identifiers.js'
import { createPausableProxy } from '../store/pausable-proxy.setup.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { makeVenue } from '../venue/venue.setup.js'
import { openBackend } from './open-backend.js'
import { serveBackend } from './serve-backend.js'
import { makeDataDir } from './server-process.setup.js'

const isLong = process.env.KBYT_LONG === '1'
const rush = isLong
  ? { perSecond: 300, seconds: 300, pauseMs: 10_000 }
  : { perSecond: 40, seconds: 2, pauseMs: 1_000 }
vi.setConfig({ testTimeout: isLong ? 420_000 : 60_000 })

const database = await createTestDatabase()
afterAll(() => database.close())
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

async function setup() {
  const wire = await createPausableProxy(database.url)
  let code = ''
  const backend = await openBackend({
    dataDir: await makeDataDir(),
    databaseUrl: wire.url,
    databaseTimeoutMs: 1_000,
    origins: [],
    log: () => {},
    sms: {
      name: 'memory',
      isWebOtpAllowed: false,
      send: async ({ params }) => {
        code = params.code ?? ''
      },
    },
  })
  const server = await serveBackend(backend, { port: 0, hostname: '127.0.0.1' })
  onTestFinished(async () => {
    await server.close()
    wire.close()
  })
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    (await send(backend, 'POST', path, body, { 'idempotency-key': newKey(), ...headers })).json
  const asked = await post('/v1/otp/challenges', { phone: '0905123456', purpose: 'declare' })
  await backend.app.deliverMessages()
  const { token } = await post(`/v1/otp/challenges/${asked.challengeId}/verify`, { code })
  const owner = { authorization: `Bearer ${token}` }
  const { venueCode } = await post('/v1/venues', makeVenue(), owner)
  const { key } = await post(`/v1/venues/${venueCode}/devices`, { name: 'Cổng 1' }, owner)
  const filed = await post('/v1/declarations', makeDeclaration(), owner)
  const [person] = Array.isArray(filed.people) ? filed.people : []
  const url = `http://127.0.0.1:${server.port}/v1/visits`
  return { wire, url, venueCode, key, passId: Object(person).pass.passId }
}

type Door = Awaited<ReturnType<typeof setup>>

/** Sends one visit as a machine's outbox does: the same one again until it is told that it is kept. */
async function checkIn({ url, venueCode, key, passId }: Door): Promise<string> {
  const visitId = createUuid(Date.now(), randomBytes)
  const at = new Date().toISOString()
  const subject = { by: 'pass', passId }
  const visit = { visitId, venueCode, direction: 'in', scannedBy: 'staff', subject, at }
  for (;;) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: new Date().toISOString(), visits: [visit] }),
    }).catch(() => undefined)
    if (answer?.ok) return visitId
    await sleep(1_000 * Number(answer?.headers.get('retry-after') ?? 1))
  }
}

/** Starts so many a second, whatever becomes of them. */
async function checkInFor(door: Door, seconds: number): Promise<Promise<string>[]> {
  const startedAt = performance.now()
  const sent: Promise<string>[] = []
  while (sent.length < rush.perSecond * seconds) {
    const dueAt = startedAt + (sent.length * 1_000) / rush.perSecond
    if (dueAt > performance.now()) await sleep(1)
    else sent.push(checkIn(door))
  }
  return sent
}

it(`117: loses none of ${rush.perSecond} check-ins a second for ${rush.seconds} s and a pause of ${rush.pauseMs} ms, and recovers within 30 s`, async () => {
  const door = await setup()

  const before = await checkInFor(door, rush.seconds)
  door.wire.pause()
  const during = await checkInFor(door, rush.pauseMs / 1_000)
  door.wire.resume()
  const resumedAt = performance.now()
  const kept = await Promise.all([...before, ...during])
  const recoveredMs = performance.now() - resumedAt

  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ visit_id: string }>('select visit_id from visits')
  await client.end()
  expect(rows.map(({ visit_id }) => visit_id).sort()).toEqual(kept.sort())
  expect(recoveredMs).toBeLessThan(30_000)
})
