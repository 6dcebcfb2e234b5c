// A second verifier of the pass QR, written from DESIGN.md alone with nothing but node:crypto: a
// partner in any language needs no more than this. It shares no line with @kbyt/sdk.
import { createHash, createPublicKey, verify } from 'node:crypto'

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const epochMs = Date.UTC(2020, 0, 1)

/** @param {unknown} holds @param {string} reason */
export function must(holds, reason) {
  if (!holds) throw new Error(reason)
}

/** @typedef {{ kty: string, crv: string, x: string, y: string }} Jwk */

/**
 * Returns what a pass says, or throws.
 *
 * @param {string} text
 * @param {readonly Jwk[]} keys
 * @param {number} now
 */
export function verifyPass(text, keys, now) {
  const bytes = openDigits(text, 1)
  const payload = bytes.subarray(6, -64)
  proveJws('kbyt-pass', bytes.subarray(2, 6), payload, bytes.subarray(-64), keys)
  return checkPass(readArray(payload), now)
}

/** @param {string} text @param {number} kind */
export function openDigits(text, kind) {
  const digits = text.trim()
  must(/^[1-9][0-9]{0,999}$/.test(digits), 'not canonical digits')
  const hex = BigInt(digits).toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  must(bytes.length > 70 && bytes[0] === 1 && bytes[1] === kind, 'not of this kind')
  return bytes
}

/** @param {string} typ @param {string} kid @param {Buffer} payload */
export function toJwsInput(typ, kid, payload) {
  const header = Buffer.from(JSON.stringify({ alg: 'ES256', kid, typ })).toString('base64url')
  return `${header}.${payload.toString('base64url')}`
}

/**
 * @param {string} typ
 * @param {Buffer} kid
 * @param {Buffer} payload
 * @param {Buffer} signature
 * @param {readonly Jwk[]} keys
 */
export function proveJws(typ, kid, payload, signature, keys) {
  const [r, s] = [signature.subarray(0, 32), signature.subarray(32)].map(toNumber)
  must(r && s && r < order && s <= order / 2n, 'not the low signature')
  const jwk = keys.find((key) => toKid(key).equals(kid))
  if (!jwk) throw new Error('unknown key')
  const input = Buffer.from(toJwsInput(typ, kid.toString('hex'), payload))
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
  must(verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, signature), 'forged')
}

/** @param {Buffer} bytes */
const toNumber = (bytes) => BigInt(`0x${bytes.toString('hex')}`)

/** @param {Jwk} key */
export const toKid = ({ kty, crv, x, y }) =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest().subarray(0, 4)

/** @param {any[]} fields @param {number} now */
function checkPass(
  [id, statusIndex, seconds, days, kind, name, birthYear, idEnding, flags, ...entry],
  now,
) {
  must(Buffer.isBuffer(id) && id.length === 8, 'id')
  for (const number of [statusIndex, seconds, days, birthYear, flags])
    must(Number.isInteger(number), 'number')
  must(
    days > 0 && flags < 4 && (kind === 0 ? entry.length === 0 : kind === 1 && entry.length === 3),
    'range',
  )
  must(/^[0-9A-Z]{1,3}$/.test(idEnding), 'id ending')
  must(name && name === name.normalize('NFC') && !/[\p{Cc}\p{Cf}\uFFFD]/u.test(name), 'name')
  const declaredAt = epochMs + seconds * 1_000
  must(declaredAt <= now + 60_000 && now < declaredAt + days * 86_400_000, 'dates')
  return {
    passId: id.toString('hex'),
    displayName: name,
    birthYear,
    idEnding,
    declaredAt: new Date(declaredAt).toISOString(),
  }
}

/** Deterministic CBOR, of which a pass has whole numbers, bytes, texts and arrays. @param {Buffer} bytes */
export function readArray(bytes) {
  let at = 0
  const take = (/** @type {number} */ count) => {
    must(at + count <= bytes.length, 'cut off')
    at += count
    return bytes.subarray(at - count, at)
  }
  /** @returns {unknown} */
  const read = () => {
    const head = take(1).readUInt8()
    const [major, info] = [head >> 5, head & 31]
    must(info < 27, 'longer than any number here')
    const size = info < 24 ? 0 : 2 ** (info - 24)
    const value = size === 0 ? info : take(size).readUIntBE(0, size)
    must(size === 0 || value >= (size === 1 ? 24 : 256 ** (size / 2)), 'not the shortest form')
    if (major === 0) return value
    if (major === 2) return take(value)
    if (major === 3)
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(take(value))
    must(major === 4, 'another type')
    return Array.from({ length: value }, read)
  }
  const fields = read()
  must(Array.isArray(fields) && at === bytes.length, 'not one array')
  return /** @type {any[]} */ (fields)
}
