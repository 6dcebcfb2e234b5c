import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { DatabaseAddress } from '../store/dialects/open-dialect.js'
import { startPostgres } from '../store/embedded-postgres.setup.js'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { findDamage } from './find-damage.setup.js'
import type { Line } from './lines.setup.js'
import { signInCitizens } from './sign-in-citizens.setup.js'
import { readUntil, startWriter } from './start-writer.setup.js'

const isLong = process.env.KBYT_LONG === '1'
const rounds = isLong ? 50 : 1

// Processes that read the sources start slowly on a busy machine.
vi.setConfig({ testTimeout: rounds * 30_000 })

interface Blow {
  readonly address: DatabaseAddress
  readonly round: number
  /** What falls beside the process that wrote. */
  readonly alsoKill?: (() => void) | undefined
}

/** Two processes write to one database; each is killed at a moment of its own, or all at once. */
async function writeAndKill({ address, round, alsoKill }: Blow): Promise<Line[]> {
  const store = await createSqlStore(address)
  const sessions = await signInCitizens(store, 6)
  await store.close()
  const running: ChildProcess[] = []
  const strike = (child: ChildProcess) => {
    alsoKill?.()
    for (const each of alsoKill ? running : [child]) each.kill('SIGKILL')
  }
  const writers = ['a', 'b'].map((name, index) => {
    const from = round * 2_000 + index * 1_000 + 1
    const own = sessions.slice(index * 3, index * 3 + 3)
    const count = 3 + ((round * 7 + index * 5) % 17)
    const writer = startWriter(address, { node: `${round}${name}`, from, sessions: own })
    running.push(writer)
    return readUntil(writer, count, strike)
  })
  return (await Promise.all(writers)).flat()
}

it(`116: SQLite keeps what it called kept and stays whole through ${rounds} kills`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-kill-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const address = { sqlite: join(folder, 'killed.sqlite') }
  await (await createSqlStore(address)).close()

  const damage: string[] = []
  let kept = 0
  for (let round = 1; round <= rounds; round += 1) {
    const said = await writeAndKill({ address, round })
    kept += said.filter(({ step }) => step === 'kept').length
    damage.push(...(await findDamage(address, said)))
  }

  expect(damage).toEqual([])
  expect(kept).toBeGreaterThanOrEqual(rounds * 6)
})

it(`116: PostgreSQL keeps what it called kept and stays whole through ${rounds} kills`, async () => {
  const server = await startPostgres({ isDurable: true })
  onTestFinished(() => server.close())
  const address = { postgres: server.url }
  await (await createSqlStore(address)).close()

  const damage: string[] = []
  let kept = 0
  for (let round = 1; round <= rounds; round += 1) {
    // in turn the process that writes is killed, and the database under it
    const isServer = round % 2 === 1
    const alsoKill = isServer ? () => server.kill() : undefined
    const said = await writeAndKill({ address, round, alsoKill })
    if (isServer) await server.restart()
    kept += said.filter(({ step }) => step === 'kept').length
    damage.push(...(await findDamage(address, said)))
  }

  expect(damage).toEqual([])
  expect(kept).toBeGreaterThanOrEqual(rounds * 3)
})
