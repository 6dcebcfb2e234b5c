import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmod, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { openBackend } from '../node/open-backend.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { checkClock } from './check-clock.js'
import { checkNodeVersion } from './check-node-version.js'
import { examine } from './examine.js'

const database = await createTestDatabase()
/** An SMS operator that takes connections, and is never asked for anything. */
const listener = createServer().listen(0, '127.0.0.1')
await once(listener, 'listening')
const listening = listener.address()
const operator = `http://127.0.0.1:${typeof listening === 'object' && listening?.port}/send`
afterAll(async () => {
  listener.close()
  await database.close()
})

/** A folder with data and keys, made by a server that has stopped; `databaseUrl` where the data is elsewhere. */
async function setup(databaseUrl?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-doctor-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const options = { environment: 'development' as const, origins: [], log: () => {} }
  const backend = await openBackend({ ...options, dataDir: folder, databaseUrl })
  await backend.close()
  const environment = {
    KBYT_DATA_DIR: folder,
    KBYT_ORIGINS: 'https://kbyt.example',
    KBYT_TRUSTED_PROXIES: '10.0.0.1',
    KBYT_SMS_GATEWAY: 'speedsms',
    KBYT_SMS_ACCESS_TOKEN: 'CANARY-TOKEN',
    KBYT_SMS_SENDER: 'KBYT',
    KBYT_SMS_URL: operator,
    ...(databaseUrl && { KBYT_DATABASE_URL: databaseUrl }),
  }
  return { folder, keys: join(folder, 'keys'), environment }
}

async function findLevels(environment: Readonly<Record<string, string>>) {
  const findings = await examine(environment)
  return Object.fromEntries(findings.map(({ name, level }) => [name, level]))
}

async function findText(environment: Readonly<Record<string, string>>, wanted: string) {
  const findings = await examine(environment)
  const { level, text } = findings.find(({ name }) => name === wanted) ?? {}
  return `${level} ${text}`
}

it('finds nothing wrong with a server that is set up', async () => {
  const { environment } = await setup()

  const { disk: _disk, ...levels } = await findLevels(environment)

  expect(levels).toEqual({
    node: 'ok',
    settings: 'ok',
    data: 'ok',
    database: 'ok',
    keys: 'ok',
    clock: 'ok',
    origins: 'ok',
    proxies: 'ok',
    sms: 'ok',
    portal: 'warn', // the demonstration
  })
})

it('looks at PostgreSQL and its clock likewise', async () => {
  const { environment } = await setup(database.url)

  expect(await findText(environment, 'database')).toBe(
    'ok PostgreSQL answers, tables are up to date',
  )
  expect(await findText(environment, 'keys')).toContain('fits the database')
  expect(await findText(environment, 'clock')).toContain('ok')
})

it('says when the database or its tables are another user’s', async () => {
  const [full, empty] = [await createTestDatabase(), await createTestDatabase()]
  const { environment } = await setup(full.url)
  const role = `kbyt_${randomUUID().replaceAll('-', '')}`
  const asAdmin = async (statement: string) => {
    const client = new pg.Client(database.url)
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await asAdmin(`create role ${role} login password 'one'`)
  onTestFinished(async () => {
    await Promise.all([full.close(), empty.close()])
    await asAdmin(`drop role ${role}`)
  })
  const find = (url: string) => {
    const own = Object.assign(new URL(url), { username: role, password: 'one' })
    return findText({ ...environment, KBYT_DATABASE_URL: own.href }, 'database')
  }

  expect(await find(full.url)).toMatch(/^fail KBYT_DATABASE_URL: this user may not use .*42501/)
  expect(await find(empty.url)).toBe('fail KBYT_DATABASE_URL: this user may not make tables there')
})

it('makes nothing in a place where nothing is yet, and finds that alone wrong which cannot be guessed', async () => {
  const levels = await findLevels({ KBYT_DATA_DIR: join(tmpdir(), 'kbyt-doctor-nowhere', 'data') })

  expect(levels).toMatchObject({ data: 'ok', database: 'ok', keys: 'ok' })
  expect(levels).toMatchObject({ origins: 'fail', sms: 'fail' })
})

it('says where no folder for data can be made', async () => {
  const { environment } = await setup()

  const text = await findText({ ...environment, KBYT_DATA_DIR: '/dev/null/kbyt' }, 'data')

  expect(text).toBe('fail KBYT_DATA_DIR: /dev/null is no directory')
})

it('says when others can read the keys, the data or the settings, and what to run', async () => {
  const { folder, keys, environment } = await setup()
  const file = join(folder, 'settings.json')
  await writeFile(file, '{}', { mode: 0o644 })
  await chmod(folder, 0o755)
  await chmod(join(keys, 'index.json'), 0o640)
  const configured = { ...environment, KBYT_CONFIG_FILE: file }

  expect(await findText(configured, 'keys')).toMatch(/^fail .*index\.json.*chmod 600/)
  expect(await findText(configured, 'data')).toMatch(/^fail .*chmod 700/)
  expect(await findText(configured, 'config file')).toMatch(/^fail .*chmod 600/)
})

it.each(['index.json', 'encryption.json'])('knows the %s of another database', async (name) => {
  const { keys, environment } = await setup()
  const other = await setup()
  await copyFile(join(other.keys, name), join(keys, name))

  expect(await findText(environment, 'keys')).toMatch(/^fail .*belongs to another database/)
})

it('says when the keys of a database are gone', async () => {
  const { keys, environment } = await setup()
  await rm(keys, { recursive: true })

  expect(await findText(environment, 'keys')).toMatch(/^fail .*is missing: put it back/)
})

it('says when nobody answers at the address of the database', async () => {
  const { environment } = await setup()
  const url = 'postgres://kbyt:CANARY-PASSWORD@127.0.0.1:1/kbyt'

  expect(await findText({ ...environment, KBYT_DATABASE_URL: url }, 'database')).toMatch(
    /^fail KBYT_DATABASE_URL: nobody answers/,
  )
})

it('says which setting is wrong, and which means nothing', async () => {
  const { environment } = await setup()

  expect(await findText({ ...environment, KBYT_ORIGINS: 'http://kbyt.example' }, 'origins')).toBe(
    'fail KBYT_ORIGINS: http://kbyt.example must be https',
  )
  expect(await findText({ ...environment, KBYT_ORIGIN: 'x' }, 'settings')).toMatch(
    /^warn KBYT_ORIGIN/,
  )
  const wrong = await examine({ ...environment, KBYT_PORT: 'http' })
  expect(wrong.map(({ level, name }) => `${level} ${name}`)).toEqual(['ok node', 'fail settings'])
  const both = await examine({ ...environment, KBYT_PORT: 'http', KBYT_ORIGIN: 'x' })
  expect(both.map(({ level }) => level)).toEqual(['ok', 'warn', 'fail'])
})

it('says which file cannot be read and where, which address is wrong, and who is silent', async () => {
  const { folder, environment } = await setup()
  const file = join(folder, 'wrong.json')
  await writeFile(file, '{ "ncovi": { "keys": "CANARY" } }')
  const find = (settings: Record<string, string>, name: string) =>
    findText({ ...environment, ...settings }, name)

  expect(await find({ KBYT_PORTAL_CONFIG: file }, 'portal')).toMatch(
    /^fail KBYT_PORTAL_CONFIG: .*: issuer is wrong \(invalid_type\)$/,
  )
  expect(await find({ KBYT_IMPORT_SOURCES: file }, 'imports')).toMatch(
    /^fail KBYT_IMPORT_SOURCES: .*: ncovi\.keys is wrong \(invalid_type\)$/,
  )
  expect(await find({ KBYT_INSURANCE_LIST: `${file}x` }, 'insurance')).toMatch(
    /^fail KBYT_INSURANCE_LIST: .*: it cannot be opened \(ENOENT\)$/,
  )
  expect(await find({ KBYT_OIDC_ISSUER: 'https://127.0.0.1:1' }, 'oidc')).toMatch(
    /^fail KBYT_OIDC_CLIENT_SECRET is needed/,
  )
  const silent = { KBYT_SMS_URL: 'http://127.0.0.1:1/send' }
  expect(await find(silent, 'sms')).toMatch(/^warn speedsms; nobody answers.*\(ECONNREFUSED\)$/)
})

it('connects with TLS where that is spoken, and says whom it cannot trust', async () => {
  const { environment } = await setup()
  const settings = {
    KBYT_OIDC_CLIENT_SECRET: 's',
    KBYT_OIDC_ISSUER: operator.replace('http', 'https'),
  }
  listener.once('connection', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))

  expect(await findText({ ...environment, ...settings }, 'oidc')).toMatch(/^warn .*nobody answers/)
})

it('repeats no password and no token', async () => {
  const { environment } = await setup()
  const url = 'postgres://kbyt:CANARY-PASSWORD@127.0.0.1:1/kbyt'
  const token = 'CANARY-TOKEN-CANARY-TOKEN'

  const all = await examine({
    ...environment,
    KBYT_DATABASE_URL: url,
    KBYT_METRICS_TOKEN: token,
    KBYT_SMS_GATEWAY: 'CANARY',
  })

  expect(JSON.stringify(all)).not.toContain('CANARY')
})

it.each([
  ['24.6.1', 'fail'],
  ['22.20.0', 'fail'],
  ['24.7.0', 'ok'],
  ['26.10.0', 'ok'],
])('takes Node %s as %s', (version, level) => {
  expect(checkNodeVersion(version).level).toBe(level)
})

it.each([
  ['2025-12-31T23:59:59Z', 0, 'fail'],
  ['2026-11-23T00:00:00Z', 500, 'ok'],
  ['2026-11-23T00:00:00Z', -3_000, 'warn'],
  ['2026-11-23T00:00:00Z', 31_000, 'fail'],
])('takes a clock at %s, %i ms from the database, as %s', (at, apartMs, level) => {
  const nowMs = Date.parse(at)

  expect(checkClock(nowMs, nowMs + apartMs).level).toBe(level)
})
