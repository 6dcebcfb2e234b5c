// How the backend takes check-ins on PostgreSQL: sustained at 300/s, in a burst three times as large, and at
// most, against a bare node:http handler with the same statements. Run by: node bench/server/check-ins.mjs
// [seconds]. KBYT_TEST_DATABASE_URL names a server, else one is started.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCheckInCalls } from './check-in-calls.mjs'
import { compare } from './compare.mjs'
import { countRows } from './count-rows.mjs'
import { describeComparison } from './describe-comparison.mjs'
import { describeOutcome } from './describe-outcome.mjs'
import { openPostgres } from './open-database.mjs'
import { sendAtRate } from './send-at-rate.mjs'
import { start } from './start.mjs'

const seconds = Number(process.argv[2] ?? 60)
const sustained = 300
const burst = 900
const warmUp = { perSecond: 100, seconds: 10 }

const postgres = await openPostgres()
const dataDir = await mkdtemp(join(tmpdir(), 'kbyt-bench-'))
const server = await start('./check-ins-serve.mjs', [postgres.url, dataDir])
const { url, machines, passIds } = server.message
const make = createCheckInCalls(machines, passIds, ({ key }) => key)
await sendAtRate(url, make, warmUp)

const before = await countRows(postgres.url, 'visits')
const steady = await sendAtRate(url, make, { perSecond: sustained, seconds })
console.log(`check-ins, ${sustained}/s for ${seconds} s: ${describeOutcome(steady)}`)
const flood = await sendAtRate(url, make, { perSecond: burst, seconds })
console.log(`check-ins, ${burst}/s for ${seconds} s: ${describeOutcome(flood)}`)
const rows = (await countRows(postgres.url, 'visits')) - before
console.log(`  ${rows} rows of ${steady.sent.length + flood.sent.length} kept`)

const bare = await start('./check-ins-bare.mjs', [postgres.url])
// the index of a key is made of keys that only the backend has: the bare handler is given the machine's id
const makeBare = createCheckInCalls(machines, passIds, ({ deviceId }) => deviceId)
const comparison = await compare(
  { url, findUsedMs: server.findUsedMs, make },
  { url: bare.message.url, findUsedMs: bare.findUsedMs, make: makeBare },
  postgres.findUsedMs,
)
console.log(`check-ins at most\n${describeComparison(comparison)}`)

await bare.stop()
await server.stop()
await postgres.close()
await rm(dataDir, { recursive: true })
process.exit()
