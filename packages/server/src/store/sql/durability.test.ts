import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { createSqlStore } from './create-sql-store.js'

// A process that reads the sources starts slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const directory = await mkdtemp(join(tmpdir(), 'kbyt-durability-'))
afterAll(() => rm(directory, { recursive: true, force: true }))

const source = join(import.meta.dirname, '..', '..')
const hooks = join(source, 'node', 'source-hooks.setup.ts')
const writer = join(import.meta.dirname, 'writer.setup.ts')

function startWriter(sqlite: string, phoneIndex: string): ChildProcess {
  const flags = ['--conditions=@kbyt/source', '--no-warnings', `--import=${hooks}`]
  return spawn(process.execPath, [...flags, writer, sqlite, phoneIndex], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

/** What the writer said was kept, until it had said `count` ids and was killed. */
async function killAfter(child: ChildProcess, count: number): Promise<string[]> {
  const kept: string[] = []
  for await (const id of createInterface({ input: child.stdout! })) {
    kept.push(id)
    if (kept.length === count) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return kept
}

describe('a SQLite file', () => {
  it('has every declaration that two processes called kept when both are killed', async () => {
    const sqlite = join(directory, 'killed.sqlite')
    const writers = ['first', 'second']

    const kept = await Promise.all(writers.map((name) => killAfter(startWriter(sqlite, name), 40)))

    const store = await createSqlStore({ sqlite })
    for (const [index, name] of writers.entries()) {
      const found = await store.declarations.findDeclarations(name, 10_000)
      const ids = found.map(({ declaration }) => declaration.declarationId)
      expect(kept[index]!.length).toBeGreaterThanOrEqual(40)
      expect(ids).toEqual(expect.arrayContaining(kept[index]!))
      expect(found.every(({ people }) => people.length === 1)).toBe(true)
    }
    await store.close()
  })
})
