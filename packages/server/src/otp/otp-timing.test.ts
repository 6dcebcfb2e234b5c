import { expect, it, vi } from 'vitest'
import { declare, newKey, send, setup, signIn, type TestBackend } from '../backend.setup.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'

const isLong = process.env.KBYT_LONG === '1'
const rounds = isLong ? 40 : 4
const phonesPerRound = 60
vi.setConfig({ testTimeout: isLong ? 300_000 : 60_000 })

let phones = 0
/** Far from the one before: numbers in a row get no codes. */
const nextPhone = () => `+8490${String(++phones).split('').reverse().join('').padEnd(7, '0')}`

async function measure(backend: TestBackend, phone: string): Promise<number> {
  const body = { phone, purpose: 'declare' }
  const startedAt = performance.now()
  const { status } = await send(backend, 'POST', '/v1/otp/challenges', body, {
    'idempotency-key': newKey(),
  })
  const tookMs = performance.now() - startedAt
  expect(status).toBe(201)
  return tookMs
}

/** How often one of the first takes longer than one of the others: 0.5 where nothing tells them apart. */
function findOverlap(first: readonly number[], others: readonly number[]): number {
  const longer = first.map((one) => others.filter((other) => one > other).length)
  return longer.reduce((sum, each) => sum + each, 0) / (first.length * others.length)
}

// The standard error of the share is 0.026 for 240 pairs and 0.008 for 2,400: each bound is four to five
// of them, so that chance alone fails it once in some ten thousand runs, and a difference that somebody
// could use within a day's codes does at once. Pairs take turns: a busy machine slows both alike.
it(`64: takes as long for a phone with a declaration as for one nobody knows, in ${rounds * phonesPerRound} pairs`, async () => {
  const backend = await setup({
    store: await createSqlStore({ sqlite: ':memory:' }),
    otpRequestsPerNetworkHour: 1_000_000,
  })
  const known: string[] = []
  while (known.length < phonesPerRound) {
    const phone = nextPhone()
    await declare(backend, await signIn(backend, phone))
    known.push(phone)
  }
  const times = { known: [] as number[], unknown: [] as number[] }

  for (let round = 0; round < rounds; round += 1) {
    backend.clock.at += 25 * 3_600_000
    for (const phone of known) {
      const isKnownFirst = Math.random() < 0.5
      if (isKnownFirst) times.known.push(await measure(backend, phone))
      times.unknown.push(await measure(backend, nextPhone()))
      if (!isKnownFirst) times.known.push(await measure(backend, phone))
    }
  }

  const overlap = findOverlap(times.known, times.unknown)
  expect(Math.abs(overlap - 0.5)).toBeLessThan(isLong ? 0.04 : 0.11)
})
