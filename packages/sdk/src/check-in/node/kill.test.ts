import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { createOutbox } from '../create-outbox.js'
import { flushOutbox } from '../flush-outbox.js'
import { createFileOutboxStore } from './create-file-outbox-store.js'

const kiosk = resolve(import.meta.dirname, 'scanning-kiosk.setup.ts')
const sources = resolve(import.meta.dirname, '../../../../../scripts/typescript-sources.mjs')

/** Runs a kiosk, kills it so many milliseconds after its first visit, and returns what it said. */
async function runAndKill(path: string, afterMs: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--conditions=@kbyt/source', `--import=${pathToFileURL(sources)}`, kiosk, path],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs))
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  await new Promise((done) => child.on('close', done))
  // A line cut off by the kill is not yet said.
  return said.split('\n').slice(0, -1)
}

// ATTACKS 111, for a kiosk
it('loses nothing that it called saved to a process killed in the midst of writing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kbyt-kill-'))
  const path = join(folder, 'visits')
  const saved = new Set<string>()
  const gone = new Set<string>()

  for (const afterMs of [1, 23, 57, 101, 250]) {
    for (const line of await runAndKill(path, afterMs)) {
      if (line.startsWith('gone ')) gone.add(line.slice(5))
      else saved.add(line)
    }
  }

  const sent: string[] = []
  const outbox = createOutbox({
    store: createFileOutboxStore(path),
    async send({ sentAt, visits }) {
      sent.push(...visits.map(({ visitId }) => visitId))
      return { receivedAt: sentAt, results: visits }
    },
  })
  await flushOutbox(outbox)
  rmSync(folder, { recursive: true })
  expect(saved.size).toBeGreaterThan(20)
  expect([...saved].filter((id) => !gone.has(id) && !sent.includes(id))).toEqual([])
  expect(new Set(sent).size).toBe(sent.length)
  const inOrder = [...saved].filter((id) => sent.includes(id))
  expect(sent.filter((id) => saved.has(id))).toEqual(inOrder)
}, 60_000)
