import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { DatabaseAddress } from '../store/dialects/open-dialect.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { codeLifeMs, setupOutbox } from './outbox.setup.js'

// Processes that read the sources start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const isLong = process.env.KBYT_LONG === '1'
const messages = 150
const hooks = join(import.meta.dirname, '..', 'node', 'source-hooks.setup.ts')
const deliverer = join(import.meta.dirname, 'deliverer.setup.ts')

/** A process that delivers once it is told to, and says what it asks its gateway for. */
function startDeliverer(
  address: DatabaseAddress,
  onAsked: (all: number, child: ChildProcess) => void,
) {
  const flags = ['--conditions=@kbyt/source', '--no-warnings', `--import=${hooks}`]
  const args = [...flags, deliverer, JSON.stringify(address)]
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout! })
  const ready = once(lines, 'line')
  const asked: string[] = []
  lines.on('line', (line) => {
    if (line !== 'ready') onAsked(asked.push(line), child)
  })
  return { start: () => child.stdin?.write('go\n'), asked, ready, exited }
}

async function makeSqlite(): Promise<DatabaseAddress> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-sms-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { sqlite: join(folder, 'outbox.sqlite') }
}

async function makePostgres(): Promise<DatabaseAddress> {
  const { url, close } = await createTestDatabase()
  onTestFinished(close)
  return { postgres: url }
}

const rounds = Array.from({ length: isLong ? 6 : 1 }, (_, round) => 10 + round * 9)
it.each([
  ...rounds.map((count) => ['SQLite', makeSqlite, count] as const),
  ...(isLong ? rounds.map((count) => ['PostgreSQL', makePostgres, count] as const) : []),
])(
  'asks for no message twice when one of two processes on %s is killed',
  async (_name, make, count) => {
    const address = await make()
    const store = await createSqlStore(address)
    const { post, clock } = setupOutbox(undefined, store)
    const posted: string[] = []
    for (let index = 0; index < messages; index += 1) posted.push((await post()).messageId)
    let killed = 0
    const killFirst = (all: number, child: ChildProcess) => {
      if (all === count && killed++ === 0) child.kill('SIGKILL')
    }
    const processes = [startDeliverer(address, killFirst), startDeliverer(address, killFirst)]
    await Promise.all(processes.map(({ ready }) => ready))

    for (const { start } of processes) start()
    const exits = await Promise.all(processes.map(({ exited }) => exited))

    const asked = processes.flatMap((it) => it.asked)
    const later = clock.at + 2 * codeLifeMs
    const closed = await store.sms.closeMessages(later, later)
    await store.close()
    const lost = closed.filter(({ outcome }) => outcome === 'lost').map((it) => it.messageId)
    expect(exits.filter(([, signal]) => signal === 'SIGKILL')).toHaveLength(1)
    expect(new Set(asked).size).toBe(asked.length)
    expect([...new Set([...asked, ...lost])].toSorted()).toEqual(posted.toSorted())
    expect(lost.length).toBeLessThanOrEqual(32)
  },
)
