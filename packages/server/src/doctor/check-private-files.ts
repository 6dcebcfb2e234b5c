import { access, constants, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Settings } from '../node/settings.js'
import { findExisting } from './find-existing.js'
import { type Finding, fail, ok } from './finding.js'

const forOthers = 0o077

/** The folder for data: ours to write, and nobody else's to look into. */
export async function checkDataDirectory({ KBYT_DATA_DIR: path }: Settings): Promise<Finding> {
  const found = await stat(path).catch(() => undefined)
  const existing = found ? path : findExisting(resolve(path))
  const fault = await findFault(existing)
  if (fault) return fail('data', `KBYT_DATA_DIR: ${existing} ${fault}`)
  if (!found) return ok('data', `${path} will be made at the first start`)
  return isPrivate(found.mode)
    ? ok('data', path)
    : fail('data', `others can look into ${path}: run chmod 700 ${path}`)
}

async function findFault(path: string): Promise<string | undefined> {
  if (!(await stat(path)).isDirectory()) return 'is no directory'
  return access(path, constants.W_OK).then(
    () => undefined,
    () => 'cannot be written by this user',
  )
}

/** The file of settings may hold passwords. */
export async function checkConfigFile({ KBYT_CONFIG_FILE: path }: Settings): Promise<Finding[]> {
  if (!path) return []
  const { mode } = await stat(path)
  return [
    isPrivate(mode)
      ? ok('config file', path)
      : fail('config file', `others can read ${path}: run chmod 600 ${path}`),
  ]
}

/** Windows has no such bits: there the profile's own rights guard the directory. */
const isPrivate = (mode: number) => process.platform === 'win32' || (mode & forOthers) === 0
