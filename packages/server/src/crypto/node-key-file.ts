import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { giveToOwner } from '../give-to-owner.js'
import { toErrorCode } from '../to-error-code.js'
import { KeysError } from './keys-error.js'

const fileMode = 0o600
const forOthers = 0o077

/**
 * Reads a key file.
 *
 * @throws {KeysError} naming the file and the way out: it is not there, others may read it, we may not, it
 * is damaged.
 */
export async function readKeyFile<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  await checkPrivate(path)
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw toUnopened(path, cause)
  })
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    // The cause would quote the file: what it says of keys stays out of logs.
    const kind = cause instanceof z.core.$ZodError ? 'has an unknown form' : 'is no JSON'
    throw new KeysError(`${path} ${kind}: restore it from a backup`)
  }
}

/**
 * Checks that a file or directory is its owner's alone.
 *
 * @throws {KeysError} when it is missing, others may open it, or we may not.
 */
export async function checkPrivate(path: string): Promise<void> {
  const found = await stat(path).catch((cause) => {
    throw toUnopened(path, cause)
  })
  // Windows has no such bits: there the profile's own rights guard the directory.
  if (process.platform === 'win32' || (found.mode & forOthers) === 0) return
  const mode = (found.mode & 0o777).toString(8)
  const wanted = found.isDirectory() ? '700' : '600'
  throw new KeysError(`Others can open ${path} (mode ${mode}): run chmod ${wanted} ${path}`)
}

function toUnopened(path: string, cause: unknown): KeysError {
  const sentence =
    toErrorCode(cause, '') === 'ENOENT'
      ? `${path} is missing: restore it from a backup`
      : `${path} cannot be opened by this user: give it to the one that the server runs as`
  return new KeysError(sentence, { cause })
}

/** Writes a key file so that after a crash either the old or the new one is there, whole. */
export async function writeKeyFile(path: string, value: unknown): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.draft`)
  try {
    const file = await open(draft, 'wx', fileMode)
    try {
      await file.writeFile(`${JSON.stringify(value, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await giveToOwner(draft)
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
  await syncDirectory(dirname(path))
}

/** A new name is safe from a power cut once its directory is on the disk. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return // it opens no directories
  const directory = await open(path, 'r')
  await directory.sync().finally(() => directory.close())
}
