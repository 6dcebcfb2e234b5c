import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { describeOutboxStore } from '../outbox-store.contract.js'
import { createFileOutboxStore } from './create-file-outbox-store.js'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'kbyt-outbox-'))
  folders.push(folder)
  const path = join(folder, 'data', 'visits')
  const open = () => createFileOutboxStore(path)
  return { path, open, store: open() }
}

describeOutboxStore(setup)

describe('the file', () => {
  it('is for its owner alone', async () => {
    const { path, store } = setup()

    await store.add('a')

    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it.each([1, 5, 20])('is taken without the last %i bytes of a line half written', async (cut) => {
    const { path, open, store } = setup()
    await store.add('a')
    await store.add('b')
    writeFileSync(path, readFileSync(path).subarray(0, -cut))

    await open().add('c')

    expect((await open().load()).entries.map(({ value }) => value)).toEqual(['a', 'c'])
  })

  it('keeps lines that it cannot read, and reads the others', async () => {
    const { path, open, store } = setup()
    await store.add('a')
    writeFileSync(path, `{"do":"dance"}\n\u0000\u0000\n`, { flag: 'a' })

    for (let count = 0; count < 1_100; count += 1) await store.setPause(undefined)

    expect(readFileSync(path, 'utf8')).toContain('dance')
    expect((await open().load()).entries.map(({ value }) => value)).toEqual(['a'])
  })

  it('does not grow with what is over', async () => {
    const { path, open, store } = setup()
    for (let count = 0; count < 1_100; count += 1) await store.setPause({ setAt: 1, until: count })

    await store.add('a')

    expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(500)
    expect(await open().load()).toMatchObject({
      entries: [{ value: 'a' }],
      pause: { until: 1_099 },
    })
  })

  it('that cannot be opened is an error of storage, and not for ever', async () => {
    const { path, store } = setup()
    writeFileSync(join(path, '../..', 'data'), 'a file in the place of the folder')
    await expect(store.add('a')).rejects.toMatchObject({ code: 'storage_unavailable' })
    rmSync(join(path, '../..', 'data'))

    await store.add('a')

    expect((await store.load()).entries).toHaveLength(1)
  })
})
