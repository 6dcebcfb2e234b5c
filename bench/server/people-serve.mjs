// The backend of people.mjs in a process of its own: opened on the database it is told and filled; then it
// serves, and says what each sample asks the database.
import { setTimeout as sleep } from 'node:timers/promises'
import '../../scripts/typescript-sources.mjs'
import { addOfficers } from './add-officers.mjs'
import { answerUsage } from './answer-usage.mjs'
import { openBulkTables } from './bulk-tables.mjs'
import { fillPeople } from './fill-people.mjs'
import { openBenchBackend } from './open-bench-backend.mjs'
import { recordStatements, watchDatabases } from './record-statements.mjs'
import { makeDeclaration, post, toNewNumber } from './requests.mjs'

const [databaseUrl = '', dataDir = '', people = '10000'] = process.argv.slice(2)
const phones = 50
/** An officer looks up 60 people a minute. */
const officers = 2_000
const password = 'mot-mat-khau-dai'

watchDatabases()
const { serveBackend } = await import('@kbyt/server/node')
const { openKeys } = await import('../../packages/server/src/crypto/node-open-keys.ts')
const { createNodeVault } = await import('../../packages/server/src/crypto/node-vault.ts')

const { backend, findCode } = await openBenchBackend({
  dataDir,
  ...(databaseUrl ? { databaseUrl } : {}),
  declarationsPerPhoneDay: 1_000_000,
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
  // far apart: numbers in a row are taken for somebody who counts through them
  const phone = `+8490${1_000_000 + index * 7_919}`
  const { challengeId } = await post(url, '/v1/otp/challenges', { phone, purpose: 'declare' })
  const code = await findCode(phone)
  const { token } = await post(url, `/v1/otp/challenges/${challengeId}/verify`, { code })
  return token
}

async function signInOfficer() {
  const username = 'officer'
  await backend.addOfficer({
    username,
    password,
    displayName: 'A',
    role: 'checkpoint',
    areas: ['46'],
  })
  await post(url, '/v1/officers/sessions', { username, password })
}

async function fill() {
  const { secrets } = await openKeys(`${dataDir}/keys`)
  await fillPeople(tables, createNodeVault(secrets), Number(people))
  const watchers = await addOfficers(tables, officers)
  return watchers
}

const tables = await openBulkTables(databaseUrl, dataDir)
const citizens = []
for (let index = 0; index < phones; index += 1) citizens.push(await signIn(index))
await post(url, '/v1/declarations', makeDeclaration(toNewNumber(999_999)), citizens[0])
await signInOfficer()
const watchers = await fill()
// the backend takes the filling for an overload, and refuses until it has seen that it is over
await sleep(5_000)

answerUsage()
process.on('message', (word) => {
  if (word === 'recorded') process.send?.({ transcripts })
  transcripts = word === 'record' ? [] : undefined
  if (word === 'settle') void tables.settle().then(() => process.send?.({ isSettled: true }))
  if (word === 'record') process.send?.({ isRecording: true })
})
process.send?.({ url, citizens, watchers })
