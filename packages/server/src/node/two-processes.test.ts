import { randomBytes } from 'node:crypto'
import { filedDeclarationSchema } from '@kbyt/sdk/schema'
import { afterAll, expect, it, vi } from 'vitest'
import { findAuditFault } from '../audit/find-audit-fault.js'
import { makeDeclaration, makeDeclared, newKey } from '../backend.setup.js'
import { createPasswords } from '../crypto/node-passwords.js'
import { addOfficer } from '../officer/add-officer.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { makeDataDir, startProcess } from './server-process.setup.js'

vi.setConfig({ testTimeout: 60_000 })

const database = await createTestDatabase()
afterAll(() => database.close())

/** Two servers with one database and the same keys, as behind a balancer. */
async function setup() {
  const environment = {
    KBYT_DATA_DIR: await makeDataDir(),
    KBYT_DATABASE_URL: database.url,
    KBYT_OTP_REQUESTS_PER_NETWORK_HOUR: '1000000',
  }
  const start = (name: string) => startProcess({ ...environment, KBYT_NODE: name })
  const one = await start('one') // makes the keys
  const two = await start('two')
  const either = (index: number) => (index % 2 === 0 ? one : two)

  async function requestCode(phone: string) {
    const body = { phone, purpose: 'declare' }
    const { json } = await one.send('POST', '/v1/otp/challenges', body, {
      'idempotency-key': newKey(),
    })
    const findCode = () => one.codes.get(phone) ?? two.codes.get(phone)
    await expect.poll(findCode, { timeout: 10_000 }).toBeDefined()
    return { path: `/v1/otp/challenges/${json.challengeId}/verify`, code: findCode() ?? '' }
  }

  return { either, requestCode }
}

type Backends = Awaited<ReturnType<typeof setup>>

const together = <Result>(count: number, ask: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => ask(index)))

const countCodes = (answers: readonly { status: number; json: Record<string, unknown> }[]) => {
  const counts: Record<string, number> = {}
  for (const { status, json } of answers) {
    const word = String(json.code ?? status)
    counts[word] = (counts[word] ?? 0) + 1
  }
  return counts
}

async function raceRightCodes({ either, requestCode }: Backends) {
  const { path, code } = await requestCode('+84901000001')
  return countCodes(await together(30, (index) => either(index).send('POST', path, { code })))
}

async function raceWrongCodes({ either, requestCode }: Backends) {
  const { path, code } = await requestCode('+84901000002')
  const wrong = code === '000000' ? '000001' : '000000'
  const guesses = await together(60, (index) => either(index).send('POST', path, { code: wrong }))
  const right = await either(0).send('POST', path, { code })
  return { guesses: countCodes(guesses), right: right.json.code }
}

async function repeatOneCall({ either }: Backends) {
  const headers = { 'idempotency-key': newKey() }
  const body = { phone: '+84901000003', purpose: 'declare' }
  const ask = (index: number) => either(index).send('POST', '/v1/otp/challenges', body, headers)
  const answers = [...(await together(20, ask)), await ask(0), await ask(1)]
  const made = answers.filter(({ status }) => status === 201)
  return {
    codes: Object.keys(countCodes(answers)),
    ids: new Set(made.map(({ json }) => json.challengeId)),
    last: answers.slice(-2).map(({ status }) => status),
  }
}

async function inspectOnBoth({ either }: Backends) {
  const store = await createSqlStore({ postgres: database.url })
  const officer = { username: 'ga-hue', password: 'mot-mat-khau-dai', displayName: 'An' }
  const outside = { store, clock: Date, randomBytes }
  await addOfficer(outside, createPasswords(), { ...officer, role: 'checkpoint', areas: ['46'] })
  const { json } = await either(0).send('POST', '/v1/officers/sessions', officer)
  const headers = { authorization: `Bearer ${json.token}` }
  const question = {
    kind: 'domestic',
    reason: 'checkpoint',
    post: 'ga-hue',
    query: { by: 'id-number', idNumber: '046190001234' },
  }
  const answers = await together(40, (index) =>
    either(index).send('POST', '/v1/inspections', question, headers),
  )
  const chains = await store.audit.findChains()
  const faults = await Promise.all(chains.map((chain) => findAuditFault(store.audit, { chain })))
  const rows = await Promise.all(chains.map((chain) => store.audit.findRows(chain, 1, 1_000)))
  await store.close()
  const inspections = rows.flat().filter(({ action }) => action.startsWith('inspect'))
  return { statuses: countCodes(answers), chains, faults, inspections: inspections.length }
}

/** Two phones declare somebody nobody knows yet, on both servers at once. */
async function declareOneStranger({ either, requestCode }: Backends) {
  const signIn = async (phone: string) => {
    const { path, code } = await requestCode(phone)
    const { json } = await either(0).send('POST', path, { code })
    return `Bearer ${json.token}`
  }
  const tokens = [await signIn('+84901000004'), await signIn('+84901000005')]
  const declaration = makeDeclaration(
    makeDeclared({ identityDocument: { type: 'cccd', number: '046190004321' } }, 'other'),
  )
  const answers = await together(8, (index) =>
    either(index).send('POST', '/v1/declarations', declaration, {
      authorization: tokens[index % 3 === 0 ? 0 : 1] ?? '',
      'idempotency-key': newKey(),
    }),
  )
  const people = answers.flatMap(({ json }) => filedDeclarationSchema.parse(json).people)
  return { statuses: countCodes(answers), people: people.map(({ personId }) => personId) }
}

it('49, 50, 83: two processes on one database give each code once, count each try, do each call once, keep a whole audit, and know a person once', async () => {
  const backends = await setup()

  const right = await raceRightCodes(backends)
  const wrong = await raceWrongCodes(backends)
  const repeated = await repeatOneCall(backends)
  const audited = await inspectOnBoth(backends)
  const stranger = await declareOneStranger(backends)

  expect(stranger.statuses).toEqual({ 201: 8 })
  expect(new Set(stranger.people).size).toBe(1)
  expect(right[201]).toBe(1)
  expect((right.otp_used ?? 0) + (right.otp_tries_exhausted ?? 0)).toBe(29)
  expect(wrong.guesses.otp_code_wrong).toBeLessThanOrEqual(5)
  expect(wrong.right).toBe('otp_tries_exhausted')
  expect(repeated.ids.size).toBe(1)
  expect(repeated.last).toEqual([201, 201])
  expect(repeated.codes.every((code) => ['201', 'idempotency_in_progress'].includes(code))).toBe(
    true,
  )
  expect(audited.statuses).toEqual({ 201: 40 })
  expect(audited.chains.toSorted()).toEqual(['one', 'two'])
  expect(audited.faults).toEqual([undefined, undefined])
  expect(audited.inspections).toBeGreaterThanOrEqual(40)
})
