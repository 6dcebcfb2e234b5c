import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSigningKey } from '@kbyt/sdk/qr/sign'
import { expect, it, onTestFinished } from 'vitest'
import { readImportSources } from './read-import-sources.js'

const { d, ...key } = await generateSigningKey()

async function write(content: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-sources-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'sources.json')
  await writeFile(file, JSON.stringify(content))
  return file
}

it('reads the keys of each system', async () => {
  const sources = await readImportSources(await write({ ncovi: { keys: [key] } }))

  expect(sources).toEqual([
    { source: 'bluezone', keys: [] },
    { source: 'ncovi', keys: [key] },
    { source: 'vhd', keys: [] },
  ])
})

it.each([
  ['a private key', { ncovi: { keys: [{ ...key, d }] } }, 'ncovi.keys.0.d is wrong'],
  ['a system it does not know', { 'hue-s': { keys: [key] } }, 'it is wrong'],
  ['one key of two systems', { ncovi: { keys: [key] }, vhd: { keys: [key] } }, 'two keys have'],
  ['a list', [key], 'it is wrong'],
])('refuses %s, says where, and repeats nothing of it', async (_name, content, fault) => {
  const reading = readImportSources(await write(content))

  await expect(reading).rejects.toMatchObject({
    name: 'SettingError',
    message: expect.stringMatching(
      new RegExp(`^KBYT_IMPORT_SOURCES: \\S+ cannot be read as keys by system: ${fault}[\\w ()]*$`),
    ),
  })
})
