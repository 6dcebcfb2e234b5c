import { access, constants, stat } from 'node:fs/promises'
import type { Settings } from '../node/settings.js'
import { type Finding, fail, ok } from './finding.js'

const forOthers = 0o077

/** The folder for data: ours to write, and nobody else's to look into. */
export async function checkDataDirectory({ KBYT_DATA_DIR: path }: Settings): Promise<Finding> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return ok('data', `${path} will be made at the first start`)
  if (!found.isDirectory()) return fail('data', `${path} is no directory`)
  const isWritable = await access(path, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!isWritable) return fail('data', `${path} cannot be written by this user`)
  return isPrivate(found.mode)
    ? ok('data', path)
    : fail('data', `others can look into ${path}: run chmod 700 ${path}`)
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
