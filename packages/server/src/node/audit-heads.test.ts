import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openAuditHeads } from './audit-heads.js'
import { readAuditHeads } from './read-audit-heads.js'

async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-heads-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'heads.ndjson')
  return { file, anchor: await openAuditHeads(file, () => {}) }
}

const head = (seq: number, hash = `hash-${seq}`) => ({ chain: 'main', seq, at: 1, hash })

it('keeps every head in order, across openings, for the owner alone', async () => {
  const { file, anchor } = await setup()
  await Promise.all([1, 2, 3].map((seq) => anchor.keep(head(seq))))
  await anchor.close()
  const again = await openAuditHeads(file, () => {})
  await again.keep(head(4))
  await again.close()

  const heads = await readAuditHeads([file])

  expect([...(heads.get('main')?.heads ?? [])]).toEqual(
    [1, 2, 3, 4].map((seq) => [seq, `hash-${seq}`]),
  )
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

it('has a head in the file before it says so', async () => {
  const { file, anchor } = await setup()

  await anchor.keep(head(1))

  expect(await readFile(file, 'utf8')).toContain('"hash-1"')
  await anchor.close()
})

it('lets the first head of a row count, whatever is appended later', async () => {
  const { file, anchor } = await setup()
  await anchor.keep(head(1))
  await anchor.keep(head(1, 'another'))
  await anchor.close()

  expect((await readAuditHeads([file])).get('main')?.heads.get(1)).toBe('hash-1')
})

it('passes over a line that a crash cut short, and names one that was spoilt', async () => {
  const { file, anchor } = await setup()
  await anchor.keep(head(1))
  await anchor.close()
  await appendFile(file, '{"chain":"ma')

  const cut = await readAuditHeads([file])
  const again = await openAuditHeads(file, () => {})
  await again.keep(head(2))
  await again.close()
  const after = await readAuditHeads([file])
  await appendFile(file, '{}\n{"chain":"main","seq":3,"hash":"x"}\n')

  expect([cut, after].map((heads) => heads.get('main')?.heads.size)).toEqual([1, 2])
  await expect(readAuditHeads([file])).rejects.toThrow('line 7 is no head')
})

it('refuses to keep what it cannot write', async () => {
  const { anchor } = await setup()
  await anchor.close()

  await expect(anchor.keep(head(1))).rejects.toThrow()
})

it('keeps where a chain was cut, with the hash that stood there first', async () => {
  const { file, anchor } = await setup()
  await anchor.keep(head(2))
  await anchor.keepCut(head(2, 'another'))
  await anchor.keepCut(head(5))
  await anchor.close()

  const kept = (await readAuditHeads([file])).get('main')

  expect([...(kept?.cuts ?? [])]).toEqual([2, 5])
  expect([...(kept?.heads ?? [])]).toEqual([
    [2, 'hash-2'],
    [5, 'hash-5'],
  ])
})
