// ATTACKS 117 in full: 300 check-ins a second for five minutes, then the database stands still for ten
// seconds while they go on coming, each sent again until it is kept. Nothing may be lost, and half a minute
// after the pause whoever comes must be served at once again, and nobody wait any more who came meanwhile.
// Run by: node bench/server/paused.mjs [seconds before the pause].

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import '../../scripts/typescript-sources.mjs'
import { createCheckInCalls } from './check-in-calls.mjs'
import { countRows } from './count-rows.mjs'
import { describeOutcome } from './describe-outcome.mjs'
import { openPostgres } from './open-database.mjs'
import { sendAtRate } from './send-at-rate.mjs'
import { start } from './start.mjs'

const { createPausableProxy } = await import(
  '../../packages/server/src/store/pausable-proxy.setup.ts'
)

const perSecond = 300
const secondsBefore = Number(process.argv[2] ?? 300)
const pauseMs = 10_000
const secondsAfter = 60
/** Nobody at a door calls that waiting. */
const promptMs = 1_000
const steadySeconds = 5
const mostRecoveryMs = 30_000

const postgres = await openPostgres()
const wire = await createPausableProxy(postgres.url)
const dataDir = await mkdtemp(join(tmpdir(), 'kbyt-bench-'))
const server = await start('./check-ins-serve.mjs', [wire.url, dataDir])
const { url, machines, passIds } = server.message
const make = createCheckInCalls(machines, passIds, ({ key }) => key)
await sendAtRate(url, make, { perSecond: 100, seconds: 10 })

const rowsBefore = await countRows(postgres.url, 'visits')
const seconds = secondsBefore + pauseMs / 1_000 + secondsAfter
const sending = sendAtRate(url, make, { perSecond, seconds })
await sleep(secondsBefore * 1_000)
wire.pause()
await sleep(pauseMs)
wire.resume()
const outcome = await sending
const rows = (await countRows(postgres.url, 'visits')) - rowsBefore

const pausedAt = secondsBefore * 1_000
const resumedAt = pausedAt + pauseMs
const before = outcome.sent.filter(({ dueMs, tookMs }) => dueMs + tookMs < pausedAt)
const lost = outcome.sent.length - rows
const servedMs = findServedMs()
const meanwhile = outcome.sent.filter(({ dueMs }) => dueMs >= pausedAt && dueMs < resumedAt)
const caughtUpMs = Math.max(...meanwhile.map(({ dueMs, tookMs }) => dueMs + tookMs)) - resumedAt
const isRecovered = servedMs <= mostRecoveryMs && caughtUpMs <= mostRecoveryMs
const toSeconds = (/** @type {number} */ ms) => `${Math.round(ms / 100) / 10} s`
console.log(`before the pause: ${describeOutcome({ ...outcome, sent: before })}`)
console.log(`all: ${describeOutcome(outcome)}`)
console.log(`${lost} lost of ${outcome.sent.length}`)
console.log(
  `served at once again ${toSeconds(servedMs)} after the pause, all who came meanwhile kept ${toSeconds(caughtUpMs)} after it`,
)
await server.stop()
wire.close()
await postgres.close()
await rm(dataDir, { recursive: true })
process.exit(lost === 0 && isRecovered ? 0 : 1)

/** From the end of the pause until 99 of 100 who come are served at once, for some seconds in a row. */
function findServedMs() {
  let inARow = 0
  for (let second = resumedAt / 1_000; second < seconds; second += 1) {
    const due = outcome.sent.filter(({ dueMs }) => Math.floor(dueMs / 1_000) === second)
    const slow = due.filter(({ tookMs }) => tookMs > promptMs)
    inARow = slow.length > due.length / 100 ? 0 : inARow + 1
    if (inARow === steadySeconds) return (second + 1 - steadySeconds) * 1_000 - resumedAt
  }
  return Number.POSITIVE_INFINITY
}
