// What an inspection and a declaration cost with so many people in the database, on SQLite and PostgreSQL,
// against a bare node:http handler that makes the same statements. Run by:
// node bench/server/people.mjs [people …]. KBYT_TEST_DATABASE_URL names a server, else one is started.

import { randomInt, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compare } from './compare.mjs'
import { describeComparison } from './describe-comparison.mjs'
import { openPostgres } from './open-database.mjs'
import { makeDeclaration, makeInspection, toNewNumber, toNumber } from './requests.mjs'
import { send } from './send.mjs'
import { start } from './start.mjs'

const given = process.argv.slice(2).map(Number)
const sizes = given.length > 0 ? given : [10_000, 100_000]
const samples = 1_000

/** @typedef {Awaited<ReturnType<typeof start>>} Server */

/** What is asked of a backend that was filled. @param {Server} server @param {number} people */
function makeCalls({ message: { citizens, watchers } }, people) {
  const pick = (/** @type {string[]} */ of) => of[randomInt(of.length)] ?? ''
  let next = 0
  return {
    inspection: () => ({
      path: '/v1/inspections',
      token: pick(watchers),
      body: JSON.stringify(makeInspection(toNumber(randomInt(people)))),
    }),
    declaration: () => ({
      path: '/v1/declarations',
      token: pick(citizens),
      body: JSON.stringify(makeDeclaration(toNewNumber(next++))),
      headers: { 'idempotency-key': `"${randomUUID()}"` },
    }),
  }
}

/** What each of many calls asks the database. @param {Server} server @param {() => import('./send.mjs').Call} make */
async function record({ ask, message: { url } }, make) {
  await ask('record')
  const agent = new Agent({ keepAlive: true })
  for (let count = 0; count < samples; count += 1) {
    const { status, text } = await send(agent, url, make())
    if (status !== 201) throw new Error(`a sample was answered ${status}: ${text}`)
  }
  agent.destroy()
  return (await ask('recorded')).transcripts
}

/** @param {string} database @param {number} people */
async function measureAll(database, people) {
  const postgres = database === 'PostgreSQL' ? await openPostgres() : undefined
  const dataDir = await mkdtemp(join(tmpdir(), 'kbyt-bench-'))
  const args = [postgres?.url ?? '', dataDir, String(people)]
  const server = await start('./people-serve.mjs', args)
  for (const [name, make] of Object.entries(makeCalls(server, people))) {
    await server.ask('settle')
    const transcripts = await record(server, make)
    const bareServer = await start('./people-bare.mjs', args, { transcripts })
    const toSide = (/** @type {Server} */ { message: { url }, findUsedMs }) => ({
      url,
      findUsedMs,
      make,
    })
    const findDatabaseMs = postgres?.findUsedMs ?? (async () => 0)
    const measured = await compare(toSide(server), toSide(bareServer), findDatabaseMs)
    await bareServer.stop()
    const statements = transcripts.flat().length / samples
    const what = `${name}, ${people} people, ${database}, ${Math.round(statements)} statements`
    console.log(`${what}\n${describeComparison(measured)}`)
  }
  await server.stop()
  await postgres?.close()
  await rm(dataDir, { recursive: true })
}

const databases = (process.env.KBYT_BENCH_DATABASES ?? 'SQLite,PostgreSQL').split(',')
for (const database of databases) {
  for (const people of sizes) await measureAll(database, people)
}
process.exit()
