import { decode, encode } from 'jose/base64url'
import type { VaultSecrets } from './vault-secrets.js'

// The format both vaults share: `<key id>.<base64url of iv ‖ ciphertext ‖ tag>`.

export const ivLength = 12
export const tagLength = 16
const shortestSecret = 16

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** HKDF's `info`: one secret gives keys for different uses that say nothing about each other. */
export const hkdfInfo = {
  seal: (keyId: string) => encoder.encode(`kbyt seal ${keyId}`),
  index: encoder.encode('kbyt index'),
  otp: encoder.encode('kbyt otp'),
}

export const encodeValue = (value: unknown) => encoder.encode(JSON.stringify(value))
export const decodeValue = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes))

/** What is authenticated beside the value: a row cannot be moved, nor named to another key. */
export const toAssociatedData = (keyId: string, recordId: string) =>
  encoder.encode(`${keyId}\0${recordId}`)

export const toIndexInput = (kind: string, value: string) => encoder.encode(`${kind}\0${value}`)
export const toCodeInput = (challengeId: string, code: string) =>
  encoder.encode(`${challengeId}\0${code}`)

export const joinSealed = (keyId: string, bytes: Uint8Array) => `${keyId}.${encode(bytes)}`

/** @throws {Error} when the text is not of this format. */
export function splitSealed(sealed: string): { keyId: string; bytes: Uint8Array } {
  const dot = sealed.indexOf('.')
  const bytes = dot > 0 ? decode(sealed.slice(dot + 1)) : new Uint8Array()
  if (bytes.length < ivLength + tagLength) throw new Error('not a sealed record')
  return { keyId: sealed.slice(0, dot), bytes }
}

/** @throws {TypeError} when secrets are too short, or key ids missing, odd or double. */
export function checkSecrets({ indexKey, otpKey, encryptionKeys }: VaultSecrets): void {
  const secrets = [indexKey, otpKey, ...encryptionKeys.map(({ secret }) => secret)]
  if (secrets.some(({ length }) => length < shortestSecret)) {
    throw new TypeError(`a vault's secret has at least ${shortestSecret} bytes`)
  }
  const ids = encryptionKeys.map(({ id }) => id)
  if (ids.length === 0 || new Set(ids).size < ids.length || !ids.every(isKeyId)) {
    throw new TypeError('a vault needs encryption keys, each with an id of its own')
  }
}

const isKeyId = (id: string) => /^[\w-]{1,40}$/.test(id)
