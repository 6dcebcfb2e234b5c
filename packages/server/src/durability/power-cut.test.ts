import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { findDamage } from './find-damage.setup.js'
import { buildShadow, cutPower, shadow } from './open-shadow.setup.js'
import { signInCitizens } from './sign-in-citizens.setup.js'
import { readUntil, startWriter } from './start-writer.setup.js'

const isLong = process.env.KBYT_LONG === '1'
const cuts = isLong ? 50 : 1
vi.setConfig({ testTimeout: 20_000 + cuts * 20_000 })

const tools = await mkdtemp(join(tmpdir(), 'kbyt-shadow-'))
const { library = '', reason } = buildShadow(tools)
if (reason) console.warn(`Power cuts are not simulated on this machine: ${reason}`)

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kbyt-power-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

// What was not synced is dropped from every file, and the database opened on the rest.
describe.skipIf(reason !== undefined)('a power cut', () => {
  it(`takes nothing that was called kept, in ${cuts} cuts amid writes`, async () => {
    const folder = await makeFolder()
    const sqlite = join(folder, 'cut.sqlite')
    const damage: string[] = []

    for (let cut = 1; cut <= cuts; cut += 1) {
      const store = await createSqlStore({ sqlite })
      const sessions = await signInCitizens(store, 3)
      await store.close()
      const env = await shadow(library, sqlite)
      const options = { node: `cut-${cut}`, from: cut * 1_000, sessions, env }
      const writer = startWriter({ sqlite }, options)
      const said = await readUntil(writer, 3 + ((cut * 7) % 17), (it) => it.kill('SIGKILL'))
      await cutPower(folder, 'cut.sqlite')
      damage.push(...(await findDamage({ sqlite }, said)))
      expect(said.some(({ step }) => step === 'kept')).toBe(true)
    }

    expect(damage).toEqual([])
  })

  it.each([
    ['full', true],
    ['normal', false],
    ['off', false],
  ])('would show a database that syncs as “%s”: all there is %s', async (synchronous, isAll) => {
    const folder = await makeFolder()
    const file = join(folder, 'careless.sqlite')
    const writer = join(import.meta.dirname, 'careless-writer.setup.ts')
    const env = { ...process.env, ...(await shadow(library, file)) }

    const { stdout } = spawnSync(process.execPath, ['--no-warnings', writer, file, synchronous], {
      env,
      encoding: 'utf8',
    })
    await cutPower(folder, 'careless.sqlite')

    const db = new DatabaseSync(file)
    const tables = db.prepare("select name from sqlite_master where name = 'kept'").all()
    const rows = tables.length > 0 ? db.prepare('select id from kept').all().length : 0
    db.close()
    expect(stdout).toBe('200\n')
    expect(rows === 200).toBe(isAll)
  })
})
