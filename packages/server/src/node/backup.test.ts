import { execFile } from 'node:child_process'
import { copyFile, cp, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished, vi } from 'vitest'
import { backupSqlite } from '../store/dialects/backup-sqlite.js'
import { startPostgres } from '../store/embedded-postgres.setup.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { findOwnPrograms } from '../store/postgres-programs.setup.js'
import { openBackend } from './open-backend.js'
import { makeDataDir } from './server-process.setup.js'

vi.setConfig({ testTimeout: 60_000 })

const options = { environment: 'development' as const, origins: [], log: () => {} }
const officer = {
  username: 'ga-hue',
  password: 'mot-mat-khau-dai',
  displayName: 'An',
  role: 'checkpoint' as const,
  areas: ['46'],
}

/** Whether an officer who was there at the backup can sign in, and the keys are those of before. */
async function describeBackend(dataDir: string, databaseUrl?: string) {
  const backend = await openBackend({ ...options, dataDir, databaseUrl })
  const { username, password } = officer
  const login = await backend.app.request('http://localhost/v1/officers/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const keySet = await (await backend.app.request('http://localhost/.well-known/jwks.json')).json()
  await backend.close()
  return { status: login.status, keySet }
}

it('restores a backup of SQLite, taken while the server wrote, into an empty folder', async () => {
  const dataDir = await makeDataDir()
  const backend = await openBackend({ ...options, dataDir })
  await backend.addOfficer(officer)
  const file = join(await makeDataDir(), 'kbyt.sqlite')

  await backupSqlite(join(dataDir, 'kbyt.sqlite'), file)
  await backend.addOfficer({ ...officer, username: 'sau-do' }) // afterwards: not in it
  await backend.close()
  const restored = await makeDataDir()
  await copyFile(file, join(restored, 'kbyt.sqlite'))
  await cp(join(dataDir, 'keys'), join(restored, 'keys'), { recursive: true })

  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await describeBackend(restored)).toEqual(await describeBackend(dataDir))
  expect(await describeBackend(restored)).toMatchObject({ status: 201 })
})

it('takes the place of no file', async () => {
  const dataDir = await makeDataDir()
  await (await openBackend({ ...options, dataDir })).close()
  const sqlite = join(dataDir, 'kbyt.sqlite')

  await expect(backupSqlite(sqlite, sqlite)).rejects.toMatchObject({ code: 'EEXIST' })
})

const run = promisify(execFile)

/** A server with `pg_dump` and `pg_restore` of its own version, which embedded-postgres does not bring. */
async function findWholePostgres() {
  const tools = await findOwnPrograms()
  if (!tools) return undefined
  const server = await startPostgres({ programs: tools })
  onTestFinished(() => server.close())
  return { server, tools }
}

it('restores a dump of PostgreSQL where a whole one is on the machine', async () => {
  const whole = await findWholePostgres()
  if (!whole) {
    console.warn('NOT RUN: restoring a dump of PostgreSQL, for want of one with its pg_dump')
    return expect(await findOwnPrograms()).toBeUndefined()
  }
  const { server, tools } = whole
  const database = await createTestDatabase(server)
  const dataDir = await makeDataDir()
  const backend = await openBackend({ ...options, dataDir, databaseUrl: database.url })
  await backend.addOfficer(officer)
  await backend.close()
  const before = await describeBackend(dataDir, database.url)

  const dump = join(await makeDataDir(), 'kbyt.dump')
  const format = ['--format=custom', '--no-owner']
  await run(join(tools, 'pg_dump'), [...format, `--file=${dump}`, database.url])
  const other = await createTestDatabase(server)
  const role = ['--no-owner', `--role=${new URL(other.url).username}`]
  await run(join(tools, 'pg_restore'), [...role, `--dbname=${other.url}`, dump])
  const restored = await makeDataDir()
  await mkdir(restored, { recursive: true })
  await cp(join(dataDir, 'keys'), join(restored, 'keys'), { recursive: true })

  expect(before.status).toBe(201)
  expect(await describeBackend(restored, other.url)).toEqual(before)
})
