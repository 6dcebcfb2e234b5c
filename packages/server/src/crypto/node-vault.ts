import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import type { Vault } from '../vault.js'
import { createRandomPool } from './random-pool.js'
import {
  checkSecrets,
  decodeValue,
  encodeValue,
  hkdfInfo,
  ivLength,
  joinSealed,
  splitSealed,
  tagLength,
  toAssociatedData,
  toCodeInput,
  toIndexInput,
} from './vault-format.js'
import type { VaultSecrets } from './vault-secrets.js'

const randomBytes = createRandomPool()

// A KeyObject is three times as fast as the same bytes in a Buffer.
const derive = (secret: Uint8Array, info: Uint8Array) =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), info, 32)))

/**
 * The vault of a server on Node: AES-256-GCM and HMAC-SHA-256 by `node:crypto`.
 *
 * @throws {TypeError} when a secret is too short or key ids are missing or double.
 * @example
 * const vault = createNodeVault({ indexKey, otpKey, encryptionKeys: [{ id: 'k1', secret }] })
 */
export function createNodeVault(secrets: VaultSecrets): Vault {
  checkSecrets(secrets)
  const indexKey = derive(secrets.indexKey, hkdfInfo.index)
  const otpKey = derive(secrets.otpKey, hkdfInfo.otp)
  const sealKeys = new Map(
    secrets.encryptionKeys.map(({ id, secret }) => [id, derive(secret, hkdfInfo.seal(id))]),
  )
  const newest = secrets.encryptionKeys[0]?.id ?? ''

  function getSealKey(keyId: string): KeyObject {
    const key = sealKeys.get(keyId)
    if (!key) throw new Error(`no encryption key ${keyId}`)
    return key
  }

  return {
    async seal(recordId, value) {
      return joinSealed(
        newest,
        encrypt(getSealKey(newest), toAssociatedData(newest, recordId), value),
      )
    },
    async open(recordId, sealed) {
      const { keyId, bytes } = splitSealed(sealed)
      return decrypt(getSealKey(keyId), toAssociatedData(keyId, recordId), bytes)
    },
    async index(kind, value) {
      return createHmac('sha256', indexKey).update(toIndexInput(kind, value)).digest('base64url')
    },
    async digest(data) {
      return hash('sha256', data, 'base64url')
    },
    async macCode(challengeId, code) {
      return createHmac('sha256', otpKey).update(toCodeInput(challengeId, code)).digest('base64url')
    },
  }
}

function encrypt(key: KeyObject, associatedData: Uint8Array, value: unknown): Uint8Array {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
  cipher.setAAD(associatedData)
  return Buffer.concat([iv, cipher.update(encodeValue(value)), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: KeyObject, associatedData: Uint8Array, bytes: Uint8Array): unknown {
  const iv = bytes.subarray(0, ivLength)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
  decipher.setAAD(associatedData)
  decipher.setAuthTag(bytes.subarray(-tagLength))
  const plain = decipher.update(bytes.subarray(ivLength, -tagLength))
  return decodeValue(Buffer.concat([plain, decipher.final()]))
}
