// What an inspection and a declaration cost with so many people in the database, on SQLite and PostgreSQL,
// against a bare node:http handler that makes the same statements. Run by:
// node bench/server/people.mjs [people …]. KBYT_TEST_DATABASE_URL names a server, else one is started.

import { fork } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import '../../scripts/typescript-sources.mjs'
import { makeDeclaration, makeInspection, toNumber } from './requests.mjs'

const { createTestDatabase } = await import('../../packages/server/src/store/postgres.setup.ts')

const given = process.argv.slice(2).map(Number)
const sizes = given.length > 0 ? given : [10_000, 100_000]
const callers = 8
const seconds = 6
const sources = ['--conditions=@kbyt/source', '--no-warnings']

/** @param {string} script @param {readonly string[]} args @param {object} [first] */
async function start(script, args, first) {
  const child = fork(new URL(script, import.meta.url), args, { execArgv: sources })
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`${script}: ${code}`)),
  )
  ended.catch(() => {})
  const hear = async () => (await Promise.race([once(child, 'message'), ended]))[0]
  if (first) child.send(first)
  const message = await hear()
  const ask = (/** @type {string} */ word) => {
    child.send(word)
    return hear()
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { message, ask, stop }
}

/** @param {Agent} agent @param {string} url @param {{ path: string, token: string, body: string }} call */
const send = (agent, url, { path, token, body }) =>
  new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': `"${randomUUID()}"`,
    }
    const sent = request(`${url}${path}`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** @param {Awaited<ReturnType<typeof start>>} server @param {() => Parameters<typeof send>[2]} make */
async function measure(server, make) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  /** @type {number[]} */
  const times = []
  let refused = 0
  const run = async (/** @type {number} */ until) => {
    while (performance.now() < until) {
      const startedAt = performance.now()
      const status = await send(agent, server.message.url, make())
      times.push(performance.now() - startedAt)
      if (status !== 200 && status !== 201) refused += 1
    }
  }
  const runAll = (/** @type {number} */ forMs) =>
    Promise.all(Array.from({ length: callers }, () => run(performance.now() + forMs)))
  await runAll(1_000)
  times.length = 0
  const { usedMs: before } = await server.ask('used')
  await runAll(seconds * 1_000)
  const { usedMs: after } = await server.ask('used')
  agent.destroy()
  times.sort((one, other) => one - other)
  const at = (/** @type {number} */ share) => times[Math.floor(times.length * share)] ?? 0
  const perSecond = times.length / seconds
  return {
    perSecond,
    p50: at(0.5),
    p99: at(0.99),
    usedMs: (after - before) / times.length,
    refused,
  }
}

/** @param {string} database @param {number} people */
async function measureAll(database, people) {
  const postgres = database === 'PostgreSQL' ? await createTestDatabase() : undefined
  const dataDir = await mkdtemp(join(tmpdir(), 'kbyt-bench-'))
  const args = [postgres?.url ?? '', dataDir, String(people)]
  const server = await start('./people-serve.mjs', args)
  const { citizens, watchers, filed, samples, url } = server.message
  const pick = (/** @type {string[]} */ of) => of[randomInt(of.length)] ?? ''
  let next = filed
  const kinds = {
    inspection: () => ({
      path: '/v1/inspections',
      token: pick(watchers),
      body: JSON.stringify(makeInspection(toNumber(randomInt(filed)))),
    }),
    declaration: () => ({
      path: '/v1/declarations',
      token: pick(citizens),
      body: JSON.stringify(makeDeclaration([toNumber(next++)])),
    }),
  }
  for (const [name, make] of Object.entries(kinds)) {
    await server.ask('record')
    const agent = new Agent({ keepAlive: true })
    for (let count = 0; count < samples; count += 1) await send(agent, url, make())
    agent.destroy()
    const { transcripts } = await server.ask('recorded')
    const statements = transcripts.flat().length / samples
    const own = await measure(server, make)
    const bareServer = await start('./people-bare.mjs', args, { transcripts })
    const bare = await measure(bareServer, make)
    await bareServer.stop()
    print(`${name}, ${people} people, ${database}, ${statements} statements`, own, bare)
  }
  await server.stop()
  await postgres?.close()
  await rm(dataDir, { recursive: true })
}

/** @typedef {Awaited<ReturnType<typeof measure>>} Measured */

/** @param {string} name @param {Measured} own @param {Measured} bare */
function print(name, own, bare) {
  const round = (/** @type {number} */ value) => Math.round(value * 100) / 100
  const toText = (/** @type {Measured} */ { perSecond, p50, p99, usedMs, refused }) =>
    `${Math.round(perSecond)}/s, p50 ${round(p50)} ms, p99 ${round(p99)} ms, ${round(usedMs)} ms of processor` +
    (refused > 0 ? `, ${refused} refused` : '')
  console.log(`${name}: ${toText(own)}`)
  console.log(`  bare: ${toText(bare)}`)
  console.log(
    `  ratio ${round(own.perSecond / bare.perSecond)} by time, ${round(bare.usedMs / own.usedMs)} by processor`,
  )
}

for (const database of ['SQLite', 'PostgreSQL']) {
  for (const people of sizes) await measureAll(database, people)
}
process.exit()
