import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { OfficerRole } from '@kbyt/sdk/schema'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createWebPasswords } from '../memory.js'
import { addOfficer } from '../officer/add-officer.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { run } from './run.js'

/** The commands in this process, on a database of their own. */
async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-office-'))
  vi.stubEnv('KBYT_DATA_DIR', folder)
  vi.stubEnv('KBYT_NODE', 'one')
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    process.exitCode = undefined
    await rm(folder, { recursive: true })
  })
  const sqlite = join(folder, 'kbyt.sqlite')
  const add = async (username: string, role: OfficerRole) => {
    const store = await createSqlStore({ sqlite })
    const officer = {
      username,
      password: 'mot-mat-khau-dai',
      displayName: 'An',
      role,
      areas: ['46'],
    }
    await addOfficer({ store, clock: Date, randomBytes }, createWebPasswords(), officer)
    await store.close()
  }
  await add('an', 'administrator')
  await add('em', 'checkpoint')
  return { folder, sqlite, print, complain, order: (words: string) => run(words.split(' ')) }
}

it('orders what no administrator can, and leaves the last one in', async () => {
  const { sqlite, print, order } = await setup()

  await order('officers disable --username EM')
  await order('officers reset-password --username em')
  await order('officers enable --username em')
  await order('officers reset-totp --username em')
  const store = await createSqlStore({ sqlite })
  const em = await store.officers.findOfficer('em')
  await store.close()

  expect(em).toMatchObject({ disabledAt: null, passwordHash: null, sessionEpoch: 3 })
  expect(print.mock.calls.flat().join('\n')).toMatch(
    /^Disabled em; .+\nem chooses a password with this token until .+:\nkbyt_oi_[\w-]{43}\nEnabled em/,
  )
  await expect(order('officers disable --username an')).rejects.toThrow(
    'an is the last administrator who can sign in',
  )
  await expect(order('officers disable --username nobody')).rejects.toThrow('no officer nobody')
  await expect(order('officers disable')).rejects.toThrow('Usage: kbyt-server officers disable')
})

it('is on record, and says which row of it was changed', async () => {
  const { folder, sqlite, print, complain, order } = await setup()
  await order('officers disable --username em')
  await order('officers enable --username em')

  await order('audit verify')
  const whole = process.exitCode
  const database = new DatabaseSync(sqlite)
  database.exec("update audit set action = 'officer enable' where seq = 1")
  database.close()
  await order('audit verify')
  const changed = process.exitCode
  await rm(join(folder, 'audit-heads.ndjson'))
  await order('audit verify --without-heads')

  expect(print.mock.lastCall).toEqual(['one-cli: 2 rows are as they were written; 2 heads agree.'])
  expect(complain.mock.calls.flat()).toEqual([
    'one-cli: row 1 is not what was written.',
    'one-cli: row 1 is not what was written.',
  ])
  expect([whole, changed]).toEqual([undefined, 1])
})

it('does not take a log for whole whose heads are gone', async () => {
  const { folder, complain, order } = await setup()
  await order('officers disable --username em')
  await rm(join(folder, 'audit-heads.ndjson'))

  await order('audit verify')

  expect(complain.mock.calls.flat()).toEqual([
    'one-cli: 1 rows hold together, but no head is kept.',
  ])
  expect(process.exitCode).toBe(1)
})
