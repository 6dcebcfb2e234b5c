import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { keySetSchema, publicKeySchema } from '@kbyt/sdk/schema'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openKeys } from '../crypto/node-open-keys.js'
import { makeDataDir } from '../node/server-process.setup.js'
import { run } from './run.js'
import { UsageError } from './usage-error.js'

/** `kbyt-server` in this process, with a folder of its own; what it prints is read. */
async function setup(environment: Readonly<Record<string, string>> = {}) {
  const dataDir = await makeDataDir()
  const printed: string[] = []
  const print = vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)))
  const settings = { KBYT_DATA_DIR: dataDir, KBYT_ENVIRONMENT: 'development', ...environment }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const { exitCode } = process
  onTestFinished(() => {
    print.mockRestore()
    vi.unstubAllEnvs()
    process.exitCode = exitCode
  })
  const type = async (line: string) => {
    printed.length = 0
    await run(line.split(' '))
    return printed.join('\n')
  }
  return { dataDir, type }
}

it('gives a partner a key, other origins, and none any more', async () => {
  const { type } = await setup()

  const [key = ''] = (await type('partners add --name One --origins https://one.vn')).split(' ')
  await type(`partners change ${key} --origins https://one.vn,https://www.one.vn`)
  const listed = await type('partners list')
  await type(`partners remove ${key}`)

  expect(key).toMatch(/^kbyt_pk_[\w-]{22}$/)
  expect(listed).toBe(`${key}  One  https://one.vn https://www.one.vn`)
  expect(await type('partners list')).toBe('There are no partners.')
  await expect(type(`partners remove ${key}`)).rejects.toThrow(UsageError)
})

it.each([
  ['partners add --name One', 'Usage: kbyt-server partners add'],
  ['partners add --name One --origins http://one.vn', 'http://one.vn must be an origin'],
  ['partners change kbyt_pk_none --origins https://one.vn', 'There is no partner kbyt_pk_none'],
  ['backup', 'Usage: kbyt-server backup <file>'],
  ['backup /tmp/one /tmp/two', 'Usage: kbyt-server backup <file>'],
  ['migrate now', 'kbyt-server migrate takes nothing more'],
  ['keys dance', 'There is no command "keys dance"'],
])('answers "%s" with what to type instead', async (line, sentence) => {
  const { type } = await setup()

  await expect(type(line)).rejects.toThrow(sentence)
})

it.each([
  [{ KBYT_DATABASE_URL: 'postgres://kbyt@127.0.0.1:1/kbyt' }, 'KBYT_DATABASE_URL: nobody answers'],
  [{ KBYT_DATA_DIR: '/dev/null' }, 'KBYT_DATA_DIR: /dev/null cannot be used'],
  [{ KBYT_DATA_DIR: '/dev/null/kbyt' }, 'KBYT_DATA_DIR: /dev/null/kbyt cannot be used'],
])('names the variable that leads nowhere: %o', async (environment, sentence) => {
  const { type } = await setup(environment)

  await expect(type('migrate')).rejects.toThrow(sentence)
  await expect(type('start')).rejects.toThrow(sentence)
})

it.each([
  ['198.51.100.9', 'KBYT_HOST: 198.51.100.9 is no address of this machine'],
  ['nowhere.invalid', 'KBYT_HOST: nowhere.invalid is no address of this machine'],
])('names the variable where it cannot listen at %s', async (KBYT_HOST, sentence) => {
  const { type } = await setup({ KBYT_HOST, KBYT_PORT: '0' })

  await expect(type('start')).rejects.toThrow(sentence)
})

it('says that a database is a newer version’s, or none', async () => {
  const { dataDir, type } = await setup()
  await type('migrate')
  const sqlite = join(dataDir, 'kbyt.sqlite')
  const db = new DatabaseSync(sqlite)
  db.exec("insert into kysely_migration values ('9999-later', '2027-01-01T00:00:00Z')")
  db.close()

  await expect(type('migrate')).rejects.toThrow('KBYT_DATA_DIR: a newer version made its tables')
  expect(await type('doctor')).toMatch(/^fail {2}database .*newer version.*9999-later/m)

  await writeFile(sqlite, 'no database at all, but a file of some length')
  await expect(type('migrate')).rejects.toThrow('KBYT_DATA_DIR: the database in')
})

it('makes neither keys nor a database for who asks in the wrong folder', async () => {
  const { dataDir, type } = await setup()

  for (const order of ['rotate', 'prepare', 'root', 'reseal', 'retire']) {
    await expect(type(`keys ${order}`)).rejects.toThrow('KBYT_DATA_DIR: there are no keys in')
  }
  expect(await readdir(dataDir)).toEqual([])
})

it('says on an older Node what it needs, before it loads what that lacks', async () => {
  const onNode20 = run(['doctor'], { nodeVersion: '20.20.2' })

  await expect(onNode20).rejects.toThrow('Node 20.20.2 is too old: install 24.7')
})

it('examines, and the process ends with 1 when something is wrong', async () => {
  const { type } = await setup()

  const well = await type('doctor')
  const codeWhenWell = process.exitCode
  vi.stubEnv('KBYT_ORIGINS', 'http://kbyt.example')
  const ill = await type('doctor')

  expect(well).toMatch(/^ok {4}node {6}\d/)
  expect(ill).toMatch(/^fail {2}origins {3}KBYT_ORIGINS: http:\/\/kbyt\.example must be https$/m)
  expect([codeWhenWell, process.exitCode]).toEqual([undefined, 1])
})

it('backs a SQLite database up, once per file, and says what else to keep', async () => {
  const { dataDir, type } = await setup()
  await type('migrate')
  const file = join(dataDir, 'backup.sqlite')

  const said = await type(`backup ${file}`)

  expect(said).toContain(join(dataDir, 'keys'))
  expect((await stat(file)).size).toBeGreaterThan(10_000)
  await expect(type(`backup ${file}`)).rejects.toThrow("takes nothing's place")
  await expect(type(`backup ${dataDir}/no/copy`)).rejects.toThrow(
    'no/copy cannot be opened (ENOENT)',
  )
  await expect(type('audit verify --heads=/dev/null/heads')).rejects.toThrow(
    '/dev/null/heads cannot be opened (ENOTDIR)',
  )
})

it('prints the public root key, and nothing secret of it', async () => {
  const { dataDir, type } = await setup()
  await openKeys(join(dataDir, 'keys'))
  const first = JSON.parse(await type('keys root'))
  const stored = JSON.parse(await readFile(join(dataDir, 'keys', 'root.json'), 'utf8'))

  expect(keySetSchema.parse(first).keys).toEqual([publicKeySchema.parse(stored.rootKey)])
  expect(JSON.stringify(first)).not.toContain(stored.rootKey.d)
})

it('rotates, seals anew and retires, and a fresh server has nothing to do', async () => {
  const { dataDir, type } = await setup()
  await openKeys(join(dataDir, 'keys'))
  await type('migrate')
  await type('keys rotate')

  expect(await type('keys reseal')).toMatch(/^0 rows are sealed anew with key \S+\.$/)
  expect(await type('keys retire')).toBe('1 encryption keys are taken away, 0 older ones stay.')
})

it('prepares the next keys once, keeps them through a retirement, and rotates to them', async () => {
  const { dataDir, type } = await setup()
  await openKeys(join(dataDir, 'keys'))
  await type('migrate')

  expect(await type('keys prepare')).toContain('restart them one after the other')
  await expect(type('keys prepare')).rejects.toThrow('prepared already')
  expect(await type('keys retire')).toBe('0 encryption keys are taken away, 0 older ones stay.')
  await type('keys rotate')
  expect(await type('keys retire')).toBe('1 encryption keys are taken away, 0 older ones stay.')
  expect(await type('keys prepare')).toContain('restart them one after the other')
})

it('refuses to back PostgreSQL up by itself, and names the page that says how', async () => {
  const { type } = await setup({ KBYT_DATABASE_URL: 'postgres://kbyt@127.0.0.1:1/kbyt' })

  await expect(type('backup /tmp/any')).rejects.toThrow('docs/how-to/back-up-and-restore.md')
})
