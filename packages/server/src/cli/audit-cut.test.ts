import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createAuditService } from '../audit/audit.service.js'
import { hashAuditRow } from '../audit/hash-audit-row.js'
import { createWebVault } from '../memory.js'
import { openAuditHeads } from '../node/audit-heads.js'
import { makeDataDir } from '../node/server-process.setup.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { run } from './run.js'

const dayMs = 86_400_000

/** A log whose rows are so many days old, written by the node `one`. */
async function setup(ages: readonly number[]) {
  const dataDir = await makeDataDir()
  vi.stubEnv('KBYT_DATA_DIR', dataDir)
  vi.stubEnv('KBYT_NODE', 'one')
  const printed: string[] = []
  const print = (line: unknown) => void printed.push(String(line))
  vi.spyOn(console, 'log').mockImplementation(print)
  vi.spyOn(console, 'error').mockImplementation(print)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    process.exitCode = undefined
  })
  const sqlite = join(dataDir, 'kbyt.sqlite')
  const headsFile = join(dataDir, 'audit-heads.ndjson')
  const store = await createSqlStore({ sqlite })
  const anchor = await openAuditHeads(headsFile, () => {})
  const vault = createWebVault(new Uint8Array(32).fill(7))
  const clock = { now: () => 0 }
  const log = () => {}
  const audit = createAuditService({ store, vault, clock, node: 'one', log }, anchor)
  const none = { officerId: null, reason: null, post: null, subjectIndex: null, details: {} }
  for (const age of ages) {
    clock.now = () => Date.now() - age * dayMs
    await audit.append({ ...none, action: `${age} days ago`, outcome: 'found' })
  }
  await anchor.close()
  await store.close()
  const type = async (line: string) => {
    printed.length = 0
    await run(line.split(' '))
    return printed.join('\n')
  }
  return { dataDir, sqlite, headsFile, type, archive: join(dataDir, 'audit-2025.ndjson') }
}

it('moves what is old into a file, and the rest is whole, also after a second time', async () => {
  const { type, sqlite, archive } = await setup([900, 800, 731, 729, 10])

  const cut = await type(`audit cut --days 730 --archive ${archive}`)
  const verified = await type('audit verify')
  const again = await type(`audit cut --days 730 --archive ${archive}-2`)
  const further = await type(`audit cut --days 365 --archive ${archive}-3`)
  const rows = (await readFile(archive, 'utf8')).trim().split('\n')
  const store = await createSqlStore({ sqlite })
  const [record] = await store.audit.findRows('one-cli', 1, 1)
  await store.close()

  expect(cut).toBe(`one: 3 rows up to 3 are in ${archive} alone.`)
  expect(verified).toBe(
    'one: 2 rows from 4 on are as they were written; 5 heads agree.\n' +
      'one-cli: 1 rows are as they were written; 1 heads agree.',
  )
  expect(again).toBe('No row is older than 730 days.')
  expect(further).toBe(`one: 1 rows up to 4 are in ${archive}-3 alone.`)
  expect(await type('audit verify')).toContain('one: 1 rows from 5 on are as they were written')
  expect(rows.map((row) => JSON.parse(row))).toMatchObject(
    [900, 800, 731].map((age, index) => ({ seq: index + 1, action: `${age} days ago` })),
  )
  expect((await stat(archive)).mode & 0o777).toBe(0o600)
  expect(record).toMatchObject({ action: 'audit cut', outcome: 'done' })
  expect(process.exitCode).toBeUndefined()
})

it('leaves the last row, and a chain that others keep the heads of', async () => {
  const { type, headsFile, archive } = await setup([900, 800])

  const cut = await type(`audit cut --days 30 --archive ${archive}`)
  await rm(headsFile)

  expect(cut).toBe(`one: 1 rows up to 1 are in ${archive} alone.`)
  expect(await type(`audit cut --days 30 --archive ${archive}-2`)).toBe(
    'one: no head is kept here; cut it on the node that writes it.\n' +
      'one-cli: no head is kept here; cut it on the node that writes it.\n' +
      'No row is older than 30 days.',
  )
})

it('cuts nothing from a log that is not whole, nor over a file, nor what is new', async () => {
  const { type, sqlite, archive } = await setup([900, 800, 10])
  const find = async () => {
    const store = await createSqlStore({ sqlite })
    const rows = await store.audit.findRows('one', 1, 10)
    await store.close()
    return rows.length
  }

  await expect(type(`audit cut --days 730 --archive ${sqlite}`)).rejects.toThrow('exists')
  await expect(type(`audit cut --days 0 --archive ${archive}`)).rejects.toThrow('from 30 on')
  await expect(type('audit cut --days 730')).rejects.toThrow('Usage: kbyt-server audit cut')
  const before = await find()
  const store = await createSqlStore({ sqlite })
  await store.audit.cut('one', 1) // by somebody who did not anchor it
  await store.close()

  expect(before).toBe(3)
  await expect(type(`audit cut --days 730 --archive ${archive}`)).rejects.toThrow('not whole')
  expect(await type('audit verify')).toContain('one: row 1 is missing.')
  expect(await find()).toBe(2)
})

it('is held against the heads that are kept of it, whenever somebody wants to know', async () => {
  const { type, archive } = await setup([900, 800, 731, 600, 10])
  await type(`audit cut --days 730 --archive ${archive}`)
  await type(`audit cut --days 365 --archive ${archive}-2`)
  const verify = (file: string) => type(`audit verify --archive ${file}`)
  const whole = [await verify(archive), await verify(`${archive}-2`)]
  const [first = '', second = '', third = ''] = (await readFile(archive, 'utf8')).split('\n')
  const spoilt = async (...lines: string[]) => {
    await writeFile(`${archive}-3`, lines.map((line) => `${line}\n`).join(''))
    return (await verify(`${archive}-3`)).replace(/^.*?: one: /, '')
  }

  expect(whole).toEqual([
    `${archive}: one: 3 rows are as they were written.`,
    `${archive}-2: one: 1 rows are as they were written.`,
  ])
  expect(process.exitCode).toBeUndefined()
  expect(await spoilt(first, third)).toBe('row 2 is missing.')
  expect(await spoilt(first, second.replace('800', '801'), third)).toContain('row 2 is not what')
  expect(await spoilt(first, second)).toContain('row 3 and whatever followed is missing')
  expect(process.exitCode).toBe(1)
})

it('96: names rows that no head covers: whoever writes the table could add one at the end', async () => {
  const { type, sqlite } = await setup([3, 2, 1])
  const store = await createSqlStore({ sqlite })
  const last = await store.audit.findLast('one')
  if (!last) throw new Error('nothing was written')
  const forged = { ...last, seq: 4, action: 'forged', previousHash: last.hash }
  await store.audit.append([{ ...forged, hash: await hashAuditRow(forged) }])
  await store.close()

  const verified = await type('audit verify')

  expect(verified).toBe(
    'one: 4 rows are as they were written; 3 heads agree. No head covers row 4 and what follows.',
  )
  expect(process.exitCode).toBeUndefined()
})
