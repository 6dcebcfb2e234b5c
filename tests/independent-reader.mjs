// What the independent verifier reads once it is proven: deterministic CBOR (RFC 8949, 4.2), the fields
// of each kind, the bundle's claims and status lists. It shares no line with @kbyt/sdk.
import { inflateSync } from 'node:zlib'

const epoch = Date.UTC(2020, 0, 1)
const isCount = Number.isInteger
const isName = (/** @type {unknown} */ text) =>
  typeof text === 'string' &&
  /^[^\p{Cc}\p{Cf}\uFFFD]+$/u.test(text) &&
  text === text.normalize('NFC')

/** @param {unknown} holds @param {string} reason */
export function must(holds, reason) {
  if (!holds) throw new Error(reason)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
export const toText = (/** @type {Buffer} */ bytes) => utf8.decode(bytes)

/** @param {Buffer} bytes @returns {any[]} */
function readArray(bytes) {
  let at = 0
  const take = (/** @type {number} */ count) => {
    must(at + count <= bytes.length, 'cut off')
    at += count
    return bytes.subarray(at - count, at)
  }
  /** @returns {any} */
  const read = () => {
    const head = take(1).readUInt8()
    const [major, info] = [head >> 5, head & 31]
    must(info < 27, 'longer than any number here')
    const size = info < 24 ? 0 : 2 ** (info - 24)
    const value = size === 0 ? info : take(size).readUIntBE(0, size)
    must(size === 0 || value >= (size === 1 ? 24 : 256 ** (size / 2)), 'not the shortest form')
    if (major === 0) return value
    if (major === 2) return take(value)
    if (major === 3) return toText(take(value))
    must(major === 4, 'another type')
    return Array.from({ length: value }, read)
  }
  const fields = read()
  must(Array.isArray(fields) && at === bytes.length, 'not one array')
  return fields
}

/** @param {Buffer} body */
export function readPass(body) {
  const [id, index, seconds, days, kind, name, birthYear, idEnding, flags, ...entry] =
    readArray(body)
  must(id?.length === 8 && [index, seconds, days, birthYear, flags].every(isCount), 'shape')
  must(isName(name) && /^[0-9A-Z]{1,3}$/.test(idEnding) && days > 0 && flags < 4, 'shape')
  must(entry.length === [0, 3][kind], 'kind')
  const from = epoch + seconds * 1_000
  const declaredAt = new Date(from).toISOString()
  const facts = { passId: id.toString('hex'), displayName: name, birthYear, idEnding, declaredAt }
  return { from, until: from + days * 86_400_000, facts }
}

/** @param {Buffer} body @param {Buffer} shownAt */
export function readGrant(body, shownAt) {
  const [id, index, seconds, hours, name, birthYear, point, ...rest] = readArray(body)
  must(id?.length === 8 && [index, seconds, hours, birthYear].every(isCount), 'shape')
  must(isName(name) && rest.length === 0 && hours > 0 && hours <= 24, 'shape')
  must(point?.length === 33, 'shape')
  const [from, at] = [epoch + seconds * 1_000, epoch + shownAt.readUInt32BE() * 1_000]
  const facts = { grantId: id.toString('hex'), displayName: name, birthYear }
  return { from, until: from + hours * 3_600_000, at, point, facts }
}

/** @param {Buffer} body */
export function readVenue(body) {
  const [venueCode, name, ward, revision, direction, ...rest] = readArray(body)
  must(isName(name) && Buffer.byteLength(name) <= 60 && rest.length === 0, 'shape')
  must(ward < 100_000 && isCount(revision) && [0, 1, 2].includes(direction), 'shape')
  return { venueCode, name, direction: ['in', 'out', 'both'][direction] }
}

/** @param {Buffer} body */
export function readClaims(body) {
  const text = toText(body)
  const claims = JSON.parse(text)
  must(JSON.stringify(claims) === text && !text.includes('"__proto__":'), 'not canonical')
  for (const { lst } of claims.statusLists) inflateList(lst)
  return claims
}

/** What a list says of a status index: 0 is valid. @param {any} claims @param {number} index */
export function findStatus({ statusLists }, index) {
  const found = statusLists.find((/** @type {any} */ { list }) => list === index >> 16)
  const byte = found && inflateList(found.lst)[(index & 0xffff) >> 2]
  return byte === undefined ? undefined : (byte >> (2 * (index & 3))) & 3
}

/** @param {string} lst @returns {Buffer} */
function inflateList(lst) {
  const bytes = Buffer.from(lst, 'base64url')
  // With `info` zlib tells how much it has read: what follows the stream it would pass over.
  const options = { maxOutputLength: 16_384, info: true }
  const { buffer, engine } = /** @type {any} */ (inflateSync(bytes, options))
  must(engine.bytesWritten === bytes.length, 'bytes after the list')
  return buffer
}
