import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { generateSigningKey, type SigningKey } from '@kbyt/sdk/qr/sign'
import type { PublicKey } from '@kbyt/sdk/schema'
import { decode } from 'jose/base64url'
import type * as z from 'zod/mini'
import { giveToOwner } from '../give-to-owner.js'
import {
  encryptionFileSchema,
  makeEncryptionKey,
  makeSecret,
  rootFileSchema,
  secretFileSchema,
  signingFileSchema,
} from './key-set-files.js'
import { checkPrivate, readKeyFile, syncDirectory, writeKeyFile } from './node-key-file.js'
import type { VaultSecrets } from './vault-secrets.js'

/** Everything secret that a server holds. */
export interface Keys {
  readonly signingKey: SigningKey
  /** Public halves of what signs next, and of replaced signing keys whose passes may still be shown. */
  readonly otherKeys: readonly PublicKey[]
  readonly rootKey: SigningKey
  readonly secrets: VaultSecrets
  /** Of the secrets the one that seals next, where one was prepared. */
  readonly nextEncryptionKeyId: string | undefined
}

/**
 * Opens the directory of keys; where there is none, makes one (mode 0700, files 0600) whole, so that
 * a crash never leaves half a set.
 *
 * @throws {Error} when a file is missing, damaged or open to others. Nothing is made anew then: with
 * another index or encryption key the database would be unreadable.
 * @example
 * const keys = await openKeys('.kbyt/keys')
 */
export async function openKeys(directory: string, nowMs: number = Date.now()): Promise<Keys> {
  if (!existsSync(directory)) await makeKeys(directory, nowMs)
  await checkPrivate(directory)
  const [signing, root, index, otp, encryption] = await Promise.all([
    readKeyFile(join(directory, 'signing.json'), signingFileSchema),
    readKeyFile(join(directory, 'root.json'), rootFileSchema),
    readKeyFile(join(directory, 'index.json'), secretFileSchema),
    readKeyFile(join(directory, 'otp.json'), secretFileSchema),
    readKeyFile(join(directory, 'encryption.json'), encryptionFileSchema),
  ])
  return {
    signingKey: signing.signingKey,
    otherKeys: [
      ...(signing.nextKey ? [toPublicKey(signing.nextKey)] : []),
      ...signing.olderKeys
        .filter(({ keepUntil }) => Date.parse(keepUntil) > nowMs)
        .map(({ publicKey }) => publicKey),
    ],
    rootKey: root.rootKey,
    secrets: {
      indexKey: decode(index.secret),
      otpKey: decode(otp.secret),
      encryptionKeys: listEncryptionKeys(encryption),
    },
    nextEncryptionKeyId: encryption.nextKey?.id,
  }
}

/** The first one seals; what seals next only opens. */
const listEncryptionKeys = ({ keys, nextKey }: z.infer<typeof encryptionFileSchema>) =>
  [...keys, ...(nextKey ? [nextKey] : [])].map(({ id, secret }) => ({ id, secret: decode(secret) }))

const toPublicKey = ({ d: _d, ...publicKey }: SigningKey): PublicKey => publicKey

async function makeKeys(directory: string, nowMs: number): Promise<void> {
  const parent = dirname(directory)
  await mkdir(parent, { recursive: true, mode: 0o700 })
  const draft = await mkdtemp(join(parent, '.keys-')) // mode 0700
  try {
    await giveToOwner(draft)
    await fill(draft, nowMs)
    // Fails on a directory with files: another process was faster, and its keys are the ones.
    await rename(draft, directory).catch((error) => {
      if (!existsSync(join(directory, 'signing.json'))) throw error
    })
    await syncDirectory(parent)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function fill(directory: string, nowMs: number): Promise<void> {
  const write = (name: string, value: unknown) => writeKeyFile(join(directory, name), value)
  await write('signing.json', { signingKey: await generateSigningKey(), olderKeys: [] })
  await write('root.json', { rootKey: await generateSigningKey() })
  await write('index.json', { secret: makeSecret() })
  await write('otp.json', { secret: makeSecret() })
  await write('encryption.json', { keys: [makeEncryptionKey(nowMs)] })
}
