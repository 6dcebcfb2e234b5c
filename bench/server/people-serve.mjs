// The backend of people.mjs in a process of its own: opened on the database it is told, filled through its
// API, grown inside the database; then it serves, and says what each sample asks the database.
import { DatabaseSync } from 'node:sqlite'
import '../../scripts/typescript-sources.mjs'
import { growTables } from './grow-tables.mjs'
import { pg } from './pg.mjs'
import { recordStatements, watchDatabases } from './record-statements.mjs'
import { makeDeclaration, post, toNumber } from './requests.mjs'

const [databaseUrl = '', dataDir = '', people = '10000'] = process.argv.slice(2)
const filed = 1_000
const phones = 50
const officers = 60
const samples = 200
const password = 'mot-mat-khau-dai'

watchDatabases()
const { openBackend, serveBackend } = await import('@kbyt/server/node')
/** @type {Map<string, string>} */
const codes = new Map()
const backend = await openBackend({
  dataDir,
  ...(databaseUrl ? { databaseUrl } : {}),
  origins: ['http://localhost'],
  otpRequestsPerNetworkHour: 1_000_000,
  declarationsPerPhoneDay: 1_000_000,
  log: () => {},
  sms: {
    name: 'memory',
    isWebOtpAllowed: false,
    send: async ({ to, params }) => {
      codes.set(to, params.code ?? '')
    },
  },
})
/** @type {import('./record-statements.mjs').Statement[][] | undefined} */
let transcripts
const { fetch } = backend.app
const app = {
  ...backend.app,
  fetch: async (/** @type {Request} */ request, /** @type {unknown} */ env) => {
    if (!transcripts) return fetch(request, env)
    const { result, statements } = await recordStatements(() => fetch(request, env))
    transcripts.push(statements)
    return result
  },
}
const server = await serveBackend({ ...backend, app }, { port: 0, hostname: '127.0.0.1' })
const url = `http://127.0.0.1:${server.port}`
process.once('SIGTERM', () => server.close().then(() => process.exit()))

/** @param {number} index */
async function signIn(index) {
  const phone = `+8490${1_000_000 + index * 7_919}`
  const { challengeId } = await post(url, '/v1/otp/challenges', { phone, purpose: 'declare' })
  await backend.app.deliverMessages()
  const code = codes.get(phone)
  const { token } = await post(url, `/v1/otp/challenges/${challengeId}/verify`, { code })
  return token
}

/** @param {number} index */
async function signInOfficer(index) {
  const username = `officer-${index}`
  await backend.app.addOfficer({
    username,
    password,
    displayName: 'A',
    role: 'checkpoint',
    areas: ['46'],
  })
  return (await post(url, '/v1/officers/sessions', { username, password })).token
}

const citizens = []
for (let index = 0; index < phones; index += 1) citizens.push(await signIn(index))
for (let index = 0; index < filed; index += 20) {
  const numbers = Array.from({ length: 20 }, (_, person) => toNumber(index + person))
  await post(url, '/v1/declarations', makeDeclaration(numbers), citizens[(index / 20) % phones])
}
const watchers = []
for (let index = 0; index < officers; index += 1) watchers.push(await signInOfficer(index))
await grow()

async function grow() {
  const copies = Number(people) / filed - 1
  if (databaseUrl) {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    const all = async (/** @type {string} */ text) => (await client.query(text)).rows
    await growTables({ all, isSqlite: false }, copies)
    await client.query('vacuum analyze')
    return client.end()
  }
  const database = new DatabaseSync(`${dataDir}/kbyt.sqlite`)
  const all = async (/** @type {string} */ text) => database.prepare(text).all()
  await growTables({ all, isSqlite: true }, copies)
  database.close()
}

process.on('message', (word) => {
  const { user, system } = process.cpuUsage()
  if (word === 'used') process.send?.({ usedMs: (user + system) / 1_000 })
  if (word === 'recorded') process.send?.({ transcripts })
  transcripts = word === 'record' ? [] : undefined
  if (word === 'record') process.send?.({ isRecording: true })
})
process.send?.({ url, citizens, watchers, filed, samples })
