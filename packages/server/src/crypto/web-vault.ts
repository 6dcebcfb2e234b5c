import { encode } from 'jose/base64url'
import { digest } from '../identifiers.js'
import type { Vault } from '../vault.js'
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

const { subtle } = crypto
const aes = { name: 'AES-GCM', length: 256 } as const
const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const

type Derived = { kind: typeof aes; usages: KeyUsage[] } | { kind: typeof hmac; usages: KeyUsage[] }

async function derive(
  secret: Uint8Array,
  info: Uint8Array<ArrayBuffer>,
  { kind, usages }: Derived,
) {
  const bytes = new Uint8Array(secret)
  const material = await subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return subtle.deriveKey(hkdf, material, kind, false, usages)
}

const deriveSealKey = (secret: Uint8Array, id: string) =>
  derive(secret, hkdfInfo.seal(id), { kind: aes, usages: ['encrypt', 'decrypt'] })

const deriveMacKey = (secret: Uint8Array, info: Uint8Array<ArrayBuffer>) =>
  derive(secret, info, { kind: hmac, usages: ['sign'] })

async function mac(key: Promise<CryptoKey>, input: Uint8Array<ArrayBuffer>): Promise<string> {
  return encode(new Uint8Array(await subtle.sign('HMAC', await key, input)))
}

/**
 * The node vault's twin on WebCrypto, same format: each opens what the other sealed. Keys are
 * derived when first needed.
 *
 * @throws {TypeError} when a secret is too short or key ids are missing or double.
 */
export function createWebVaultOf(secrets: VaultSecrets): Vault {
  checkSecrets(secrets)
  const sealKeys = new Map<string, Promise<CryptoKey>>()
  const newest = secrets.encryptionKeys[0]?.id ?? ''
  let indexKey: Promise<CryptoKey> | undefined
  let otpKey: Promise<CryptoKey> | undefined

  function getSealKey(keyId: string): Promise<CryptoKey> {
    const secret = secrets.encryptionKeys.find(({ id }) => id === keyId)?.secret
    if (!secret) throw new Error(`no encryption key ${keyId}`)
    const key = sealKeys.get(keyId) ?? deriveSealKey(secret, keyId)
    sealKeys.set(keyId, key)
    return key
  }

  return {
    async seal(recordId, value) {
      const associatedData = toAssociatedData(newest, recordId)
      return joinSealed(newest, await encrypt(await getSealKey(newest), associatedData, value))
    },
    async open(recordId, sealed) {
      const { keyId, bytes } = splitSealed(sealed)
      return decrypt(await getSealKey(keyId), toAssociatedData(keyId, recordId), bytes)
    },
    async index(kind, value) {
      indexKey ??= deriveMacKey(secrets.indexKey, hkdfInfo.index)
      return mac(indexKey, toIndexInput(kind, value))
    },
    digest,
    async macCode(challengeId, code) {
      otpKey ??= deriveMacKey(secrets.otpKey, hkdfInfo.otp)
      return mac(otpKey, toCodeInput(challengeId, code))
    },
  }
}

const toGcm = (iv: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData,
  tagLength: tagLength * 8,
})

type Bytes = Uint8Array<ArrayBuffer>

async function encrypt(key: CryptoKey, associatedData: Bytes, value: unknown): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const sealed = await subtle.encrypt(toGcm(iv, associatedData), key, encodeValue(value))
  const bytes = new Uint8Array(ivLength + sealed.byteLength)
  bytes.set(iv)
  bytes.set(new Uint8Array(sealed), ivLength)
  return bytes
}

async function decrypt(
  key: CryptoKey,
  associatedData: Bytes,
  sealed: Uint8Array,
): Promise<unknown> {
  const bytes = new Uint8Array(sealed)
  const gcm = toGcm(bytes.slice(0, ivLength), associatedData)
  const plain = await subtle.decrypt(gcm, key, bytes.slice(ivLength))
  return decodeValue(new Uint8Array(plain))
}
