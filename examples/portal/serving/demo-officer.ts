import { randomBytes, randomInt } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backend } from '@kbyt/server/node'

export interface DemoOfficer {
  readonly username: string
  readonly password: string
}

/**
 * The officer a visitor of the demonstration signs in as: made at the first start and written down,
 * readable by its owner alone, so that later starts can show the login again. Development only: a
 * real officer's password is nowhere.
 */
export async function ensureDemoOfficer(backend: Backend, dataDir: string): Promise<DemoOfficer> {
  const file = join(dataDir, 'demo-officer.json')
  const known = await readOfficer(file)
  const officer = known ?? createOfficer()
  try {
    await backend.addOfficer({
      ...officer,
      displayName: 'Cán bộ chốt (bản trình diễn)',
      role: 'checkpoint',
      areas: ['46'],
    })
  } catch (error) {
    if (!known) throw error // else the name is taken by the officer of an earlier start
  }
  if (!known) await writeFile(file, `${JSON.stringify(officer, null, 2)}\n`, { mode: 0o600 })
  return officer
}

const createOfficer = (): DemoOfficer => ({
  username: `canbo${randomInt(100, 1_000)}`,
  password: randomBytes(9).toString('base64url'),
})

async function readOfficer(file: string): Promise<DemoOfficer | undefined> {
  try {
    const { username, password } = JSON.parse(await readFile(file, 'utf8'))
    if (typeof username === 'string' && typeof password === 'string') return { username, password }
    throw new TypeError(`${file} is not a login: delete it to have a new one made.`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
