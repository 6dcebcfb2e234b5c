// My QR, venue and trust bundle as a partner in any language would verify them, with nothing but
// node:crypto and node:zlib. It shares no line with @kbyt/sdk, only the pass's half beside it.
import { createPublicKey, verify } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import {
  must,
  openDigits,
  proveJws,
  readArray,
  toJwsInput,
  toKid,
} from './independent-verifier.mjs'

const epochMs = Date.UTC(2020, 0, 1)
const isText = (/** @type {unknown} */ value) =>
  typeof value === 'string' &&
  value !== '' &&
  value === value.normalize('NFC') &&
  !/[\p{Cc}\p{Cf}\uFFFD]/u.test(value)

/** @typedef {import('./independent-verifier.mjs').Jwk} Jwk */

/** @param {string} text @param {readonly Jwk[]} keys @param {number} now */
export function verifyMyQr(text, keys, now) {
  const bytes = openDigits(text, 2)
  const grant = bytes.subarray(6, -132)
  proveJws('kbyt-grant', bytes.subarray(2, 6), grant, bytes.subarray(-132, -68), keys)
  const [id, index, seconds, hours, name, birthYear, point, ...rest] = readArray(grant)
  must(rest.length === 0 && id?.length === 8 && Number.isInteger(index), 'shape')
  must(Number.isInteger(birthYear) && isText(name) && point?.length === 33, 'shape')
  must(Number.isInteger(hours) && hours > 0 && hours <= 24, 'hours')

  const signature = bytes.subarray(-64)
  const before = Buffer.concat([Buffer.from('kbyt-my-qr\0'), bytes.subarray(0, -64)])
  // SubjectPublicKeyInfo around a compressed point of P-256
  const prefix = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex')
  const spki = Buffer.concat([prefix, point])
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  must(isLow(signature), 'not the low signature')
  must(verify('sha256', before, { key, dsaEncoding: 'ieee-p1363' }, signature), 'not the holder')

  const from = epochMs + seconds * 1_000
  const shownAt = epochMs + bytes.readUInt32BE(bytes.length - 68) * 1_000
  must(from <= now + 60_000 && now < from + hours * 3_600_000, 'dates')
  must(shownAt <= now + 30_000 && shownAt >= now - 90_000, 'not live')
  return { grantId: id.toString('hex'), displayName: name, birthYear }
}

/** @param {string} text @param {readonly string[]} hosts @param {readonly Jwk[]} keys */
export function verifyVenue(text, hosts, keys) {
  const [, host = '', code, digits = ''] =
    /^https:\/\/([^/]+)\/v\/([0-9A-Za-z]{8})#([0-9]+)$/.exec(text.trim()) ?? []
  must(hosts.includes(host), 'another host')
  const bytes = openDigits(digits, 3)
  const payload = bytes.subarray(6, -64)
  proveJws('kbyt-venue', bytes.subarray(2, 6), payload, bytes.subarray(-64), keys)
  const [venueCode, name, ward, revision, direction, ...rest] = readArray(payload)
  must(rest.length === 0 && venueCode === code && isText(name), 'shape')
  must(Buffer.byteLength(name) <= 60 && ward < 100_000 && Number.isInteger(revision), 'shape')
  must([0, 1, 2].includes(direction), 'direction')
  return { venueCode, name, direction: ['in', 'out', 'both'][direction] }
}

/**
 * @param {string} jws
 * @param {{ issuer: string, keys: readonly Jwk[] }} root
 * @param {number} now
 */
export function verifyBundle(jws, root, now) {
  const [header = '', payload = '', signature = '', ...more] = jws.split('.')
  const { kid = '' } = JSON.parse(Buffer.from(header, 'base64url').toString() || '{}')
  const [body, proof] = [payload, signature].map((part) => Buffer.from(part, 'base64url'))
  if (!body || !proof) throw new Error('parts')
  must(more.length === 0 && /^[0-9a-f]{8}$/.test(kid), 'form')
  must(toJwsInput('kbyt-bundle', kid, body) === `${header}.${payload}`, 'another header or form')
  must(proof.toString('base64url') === signature, 'padding')
  proveJws('kbyt-bundle', Buffer.from(kid, 'hex'), body, proof, root.keys)

  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  const claims = JSON.parse(text)
  must(JSON.stringify(claims) === text && !text.includes('"__proto__":'), 'not canonical')
  must(claims.iss === root.issuer && Number.isInteger(claims.iat), 'issuer, iat')
  must(claims.iat * 1_000 <= now + 60_000, 'dated ahead')
  for (const key of claims.keys) must(toKid(key).toString('hex') === key.kid && !key.d, 'key')
  for (const { lst } of claims.statusLists) openList(lst)
  return claims
}

/** @param {string} lst */
function openList(lst) {
  const bytes = Buffer.from(lst, 'base64url')
  // With `info` zlib tells how much it has read: what follows the stream it would pass over.
  const { buffer, engine } = /** @type {any} */ (
    inflateSync(bytes, { maxOutputLength: 16_384, info: true })
  )
  must(engine.bytesWritten === bytes.length, 'bytes after the list')
  return /** @type {Buffer} */ (buffer)
}

/** What a list says of a status index: 0 is valid. @param {any} claims @param {number} index */
export function findStatus({ statusLists }, index) {
  const found = statusLists.find((/** @type {any} */ each) => each.list === index >> 16)
  const slot = index & 0xffff
  const byte = found && openList(found.lst)[slot >> 2]
  return byte === undefined ? undefined : (byte >> (2 * (slot & 3))) & 3
}

/** @param {Buffer} signature */
const isLow = (signature) =>
  BigInt(`0x${signature.subarray(32).toString('hex')}`) <=
  0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n / 2n
