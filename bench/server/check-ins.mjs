// How the backend takes check-ins on PostgreSQL: sustained, in a burst three times as large, and at
// most, against a bare node:http handler with the same statements. Needs a build; run by:
// node bench/server/check-ins.mjs [seconds]. KBYT_TEST_DATABASE_URL names a server, else one is started.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import '../../scripts/typescript-sources.mjs'
import { createLoad } from './create-load.mjs'
import { pg } from './pg.mjs'

const { createTestDatabase } = await import('../../packages/server/src/store/postgres.setup.ts')

const seconds = Number(process.argv[2] ?? 60)
const sustained = 300
const burst = 900
const callers = 16

const database = await createTestDatabase()
const dataDir = await mkdtemp(join(tmpdir(), 'kbyt-bench-'))

/** @param {string} script */
async function start(script) {
  const child = fork(new URL(script, import.meta.url), [database.url, dataDir])
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${script} ended with ${code}`))),
  ])
  const findUsedMs = async () => {
    child.send('used')
    const [{ usedMs }] = await once(child, 'message')
    return usedMs
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { message, findUsedMs, stop }
}

const client = new pg.Client({ connectionString: database.url })
await client.connect()
const countRows = async () =>
  Number((await client.query('select count(*) as count from visits')).rows[0].count)

const round = (/** @type {number} */ ms) => Math.round(ms * 10) / 10

/** @param {string} name @param {import('./create-load.mjs').Outcome} outcome */
function print(name, { perSecond, latencies, statuses, kept }) {
  const at = (/** @type {number} */ share) =>
    round(latencies[Math.floor(latencies.length * share)] ?? 0)
  const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`)
  console.log(
    `${name}: ${Math.round(perSecond)}/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(0.9999)} ms; ` +
      `${answers.join(', ')}; ${kept} kept`,
  )
}

/** @param {Awaited<ReturnType<typeof start>>} server @param {ReturnType<typeof createLoad>} by */
async function measureMost(server, by) {
  const before = await server.findUsedMs()
  const outcome = await by.sendMost({ callers, seconds: 10 })
  const usedMs = ((await server.findUsedMs()) - before) / outcome.latencies.length
  return { outcome, usedMs }
}

const server = await start('./serve.mjs')
const load = createLoad(server.message)
await load.send({ perSecond: sustained, seconds: 5 })
const before = await countRows()
const steady = await load.send({ perSecond: sustained, seconds })
print(`sustained ${sustained}/s for ${seconds} s`, steady)
const flood = await load.send({ perSecond: burst, seconds })
print(`burst ${burst}/s for ${seconds} s`, flood)
const { outcome: most, usedMs } = await measureMost(server, load)
print(`at most, ${callers} callers, ${round(usedMs)} ms of processor each`, most)
const kept = steady.kept + flood.kept + most.kept
console.log(`rows ${(await countRows()) - before} of ${kept} kept`)
await server.stop()

const bare = await start('./bare.mjs')
// the key's index is made of keys that only the backend has: the bare handler is given the id
const machines = server.message.machines.map(({ deviceId, venueCode }) => ({
  key: deviceId,
  venueCode,
}))
const bareLoad = createLoad({ ...server.message, machines, url: bare.message.url })
await bareLoad.sendMost({ callers, seconds: 3 })
const { outcome: bareMost, usedMs: bareMs } = await measureMost(bare, bareLoad)
print(`bare handler at most, ${callers} callers, ${round(bareMs)} ms of processor each`, bareMost)
const toRatio = (/** @type {number} */ one, /** @type {number} */ other) => (one / other).toFixed(2)
console.log(
  `ratio to the bare handler ${toRatio(most.perSecond, bareMost.perSecond)} by time, ${toRatio(bareMs, usedMs)} by processor`,
)
await bare.stop()

await client.end()
await database.close()
await rm(dataDir, { recursive: true })
