import { join } from 'node:path'
import { generateSigningKey } from '@kbyt/sdk/qr/sign'
import type { PublicKey } from '@kbyt/sdk/schema'
import { encryptionFileSchema, makeEncryptionKey, signingFileSchema } from './key-set-files.js'
import { KeysError } from './keys-error.js'
import { checkPrivate, readKeyFile, writeKeyFile } from './node-key-file.js'

export interface RotateKeysOptions {
  /**
   * How long the replaced signing key's public half is still published: the longest a pass lasts,
   * and the time until every server was started anew.
   *
   * @defaultValue 60 days
   */
  readonly keepMs?: number
  /** Milliseconds since 1970. */
  readonly nowMs?: number
}

const sixtyDaysMs = 60 * 86_400_000

/**
 * Makes the keys that sign and seal next. From its next start on a server publishes the one and opens
 * with the other, and goes on using the present ones: once every server has them, they may be rotated.
 *
 * @throws {KeysError} when some are prepared already, or as {@link openKeys} says it.
 */
export async function prepareKeys(
  directory: string,
  { nowMs = Date.now() }: Pick<RotateKeysOptions, 'nowMs'> = {},
): Promise<void> {
  await checkPrivate(directory)
  const signingPath = join(directory, 'signing.json')
  const encryptionPath = join(directory, 'encryption.json')
  const signing = await readKeyFile(signingPath, signingFileSchema)
  const encryption = await readKeyFile(encryptionPath, encryptionFileSchema)
  // a crash in between leaves one of them prepared: then the other follows
  if (signing.nextKey && encryption.nextKey) throw new KeysError(alreadyPrepared)
  const nextKey = signing.nextKey ?? (await generateSigningKey())
  await writeKeyFile(signingPath, { ...signing, nextKey })
  const nextEncryption = encryption.nextKey ?? makeEncryptionKey(nowMs)
  await writeKeyFile(encryptionPath, { ...encryption, nextKey: nextEncryption })
}

const alreadyPrepared =
  'The next keys are prepared already: give them to every server, then run kbyt-server keys rotate.'

/**
 * Puts the prepared signing key, or else a new one, in place of the present one, whose private half is
 * gone then. A running server signs with the old key until it is started again.
 *
 * @throws {Error} when the keys cannot be read, as {@link openKeys} says it.
 */
export async function rotateSigningKey(
  directory: string,
  { keepMs = sixtyDaysMs, nowMs = Date.now() }: RotateKeysOptions = {},
): Promise<PublicKey> {
  await checkPrivate(directory)
  const path = join(directory, 'signing.json')
  const { signingKey, nextKey, olderKeys } = await readKeyFile(path, signingFileSchema)
  const kept = olderKeys.filter(({ keepUntil }) => Date.parse(keepUntil) > nowMs)
  const { d: _old, ...replaced } = signingKey
  const keepUntil = new Date(nowMs + keepMs).toISOString()
  const newest = nextKey ?? (await generateSigningKey())
  const older = [{ publicKey: replaced, keepUntil }, ...kept]
  await writeKeyFile(path, { signingKey: newest, olderKeys: older })
  const { d: _new, ...publicKey } = newest
  return publicKey
}

/**
 * Takes away encryption keys that no row is sealed with any more. The newest one stays.
 *
 * @throws {Error} when the keys cannot be read, as {@link openKeys} says it.
 */
export async function retireEncryptionKeys(
  directory: string,
  ids: readonly string[],
): Promise<void> {
  await checkPrivate(directory)
  const path = join(directory, 'encryption.json')
  const { keys, ...file } = await readKeyFile(path, encryptionFileSchema)
  const kept = keys.filter(({ id }, index) => index === 0 || !ids.includes(id))
  await writeKeyFile(path, { ...file, keys: kept })
}

/**
 * Puts the prepared encryption key, or else a new one, first: it seals from the next start on, and the
 * older ones go on opening.
 *
 * @throws {Error} when the keys cannot be read, as {@link openKeys} says it.
 */
export async function rotateEncryptionKey(
  directory: string,
  { nowMs = Date.now() }: Pick<RotateKeysOptions, 'nowMs'> = {},
): Promise<void> {
  await checkPrivate(directory)
  const path = join(directory, 'encryption.json')
  const { keys, nextKey } = await readKeyFile(path, encryptionFileSchema)
  await writeKeyFile(path, { keys: [nextKey ?? makeEncryptionKey(nowMs), ...keys] })
}
