// What the same requests cost without us: node:http and the statements that the backend made for samples of
// them, in the same order and transactions, on the same database. What a sample inserted is inserted anew
// under other keys. What a request needs beside the database (hashes, keys, checks) it has not.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { answerUsage } from './answer-usage.mjs'
import { pg } from './pg.mjs'

/** @typedef {import('./record-statements.mjs').Statement} Statement */

const [databaseUrl = '', dataDir = ''] = process.argv.slice(2)
/** @type {Statement[][]} */
const transcripts = await once(process, 'message').then(([{ transcripts: sent }]) => sent)
/** A shorter one would be met twice; what is longer is sealed. */
const [shortestKey, longestKey] = [16, 100]
const isKey = (/** @type {unknown} */ value) =>
  typeof value === 'string' && value.length >= shortestKey && value.length <= longestKey
const isInsert = (/** @type {string} */ statement) => /^(?:with|insert)\b/i.test(statement)

const toTable = (/** @type {string} */ statement) =>
  /\b(?:from|into|update) "(\w+)"/i.exec(statement)?.[1] ?? ''

/** Keys that a transcript makes up, which each repeat must make up anew. @param {readonly Statement[]} statements */
function findOwn(statements) {
  /** @type {Map<unknown, string>} Where a key was met first: what is looked for in vain is inserted there. */
  const met = new Map()
  const own = new Set()
  for (const { text: statement, values } of statements) {
    const table = toTable(statement)
    const keys = values.filter(isKey)
    const isNew = isInsert(statement) && table !== 'rate_limits'
    for (const value of keys) {
      if (isNew && (met.get(value) ?? table) === table) own.add(value)
      if (!met.has(value)) met.set(value, table)
    }
    // a chain of its own, or each row would meet the one of the sample
    if (isNew && statement.includes('"audit"')) own.add(values[0])
  }
  return own
}

const isBegin = (/** @type {string} */ statement) => /^(?:begin|start)/i.test(statement)
const isEnd = (/** @type {string} */ statement) => /^(?:commit|rollback$)/i.test(statement)

/** A sample may have shared its commit with a job beside it: each gets one of its own. @param {readonly Statement[]} statements */
function pair(statements) {
  let isOpen = false
  const paired = statements.filter(({ text: statement }) => {
    const isStray = isEnd(statement) && !isOpen
    isOpen = isBegin(statement) || (isOpen && !isEnd(statement))
    return !isStray
  })
  return isOpen ? [...paired, { text: 'commit', values: [] }] : paired
}

const samples = transcripts
  .map(pair)
  .map((statements) => ({ statements, own: findOwn(statements) }))

/** Of a status list; the backend's own are the first few. */
const [slotsPerList, firstList] = [65_536, 1_000]
let slots = 0
const takeSlot = () => {
  slots += 1
  return [firstList + Math.floor(slots / slotsPerList), slots % slotsPerList]
}

/** Random letters in the place of a key's own: it belongs anywhere among the keys there are. @param {string} like */
function makeKey(like) {
  const isHex = /^[\da-f-]+$/.test(like)
  const letters = randomBytes(like.length).toString(isHex ? 'hex' : 'base64url')
  return like.replace(/[^-]/g, (_, at) => letters[at])
}

const isSlot = (/** @type {string} */ statement) => toTable(statement) === 'status_slots'

/** @param {(typeof samples)[number]} sample */
function renew({ statements, own }) {
  const fresh = new Map()
  return statements.map(({ text: statement, values }) => ({
    statement,
    values: (isSlot(statement) ? [...takeSlot(), ...values.slice(2)] : values).map((value) => {
      if (!own.has(value)) return value
      const made = fresh.get(value) ?? makeKey(String(value).padEnd(shortestKey, '0'))
      fresh.set(value, made)
      return made
    }),
  }))
}

async function openPostgres() {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
  /** @type {Map<string, string>} */
  const names = new Map()
  return async (/** @type {ReturnType<typeof renew>} */ asked) => {
    /** @type {pg.PoolClient | undefined} */
    let client
    for (const { statement, values } of asked) {
      if (isBegin(statement)) client = await pool.connect()
      const name = names.get(statement) ?? `bare_${names.size}`
      names.set(statement, name)
      await (client ?? pool).query(
        values.length > 0 ? { name, text: statement, values } : statement,
      )
      if (client && isEnd(statement)) {
        client.release()
        client = undefined
      }
    }
  }
}

async function openSqlite() {
  const database = new DatabaseSync(`${dataDir}/kbyt.sqlite`)
  // as the backend opens it: what is acknowledged is on the disk, what is deleted is overwritten
  database.exec('pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on')
  database.exec('pragma busy_timeout=5000')
  /** @type {Map<string, import('node:sqlite').StatementSync>} */
  const prepared = new Map()
  return async (/** @type {ReturnType<typeof renew>} */ asked) => {
    for (const { statement, values } of asked) {
      const found = prepared.get(statement) ?? database.prepare(statement)
      prepared.set(statement, found)
      found.all(.../** @type {import('node:sqlite').SQLInputValue[]} */ (values))
    }
  }
}

const replay = await (databaseUrl ? openPostgres() : openSqlite())
let turn = 0
const server = createServer(async (request, response) => {
  JSON.parse(await text(request))
  const sample = samples[turn++ % samples.length]
  if (sample) await replay(renew(sample))
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ people: [], sample: turn }))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
answerUsage()
process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` })
