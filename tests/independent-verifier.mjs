// All that KBYT signs, as a partner in any language would verify it: written from DESIGN.md alone, in at
// most sixty lines of plain node:crypto, without a line of @kbyt/sdk. The reader beside it knows CBOR.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { must, readClaims, readGrant, readPass, readVenue, toText } from './independent-reader.mjs'

/** @typedef {{ kty: string, crv: string, x: string, y: string, d?: string, kid?: string }} Jwk */
/** @typedef {readonly Jwk[]} Keys */
/** @typedef {{ typ: string, kid: string, body: Buffer, proof: Buffer }} Signed */

const halfOrder = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n
const spki = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex')

/** @param {string} text @param {Keys} keys @param {number} now */
export function verifyPass(text, keys, now) {
  const { from, until, facts } = readPass(openQr(text, 1, 'kbyt-pass', keys).body)
  must(from <= now + 60_000 && now < until, 'dates')
  return facts
}

/** @param {string} text @param {Keys} keys @param {number} now */
export function verifyMyQr(text, keys, now) {
  const { body, shown } = openQr(text, 2, 'kbyt-grant', keys, 68)
  const { from, until, at, point, facts } = readGrant(body, shown.subarray(-68))
  const holder = Buffer.concat([spki, point])
  const key = createPublicKey({ key: holder, format: 'der', type: 'spki' })
  const signed = Buffer.concat([Buffer.from('kbyt-my-qr\0'), shown.subarray(0, -64)])
  prove(signed, key, shown.subarray(-64))
  must(from <= now + 60_000 && now < until && at <= now + 30_000 && at >= now - 90_000, 'dates')
  return facts
}

/** @param {string} text @param {readonly string[]} hosts @param {Keys} keys */
export function verifyVenue(text, hosts, keys) {
  const address = /^https:\/\/([^/]+)\/v\/([0-9A-Za-z]{8})#([0-9]+)$/.exec(text.trim()) ?? []
  const [, host = '', code, digits = ''] = address
  const facts = readVenue(openQr(digits, 3, 'kbyt-venue', keys).body)
  must(hosts.includes(host) && facts.venueCode === code, 'another place')
  return facts
}

/** @param {string} jws @param {{ issuer: string, keys: Keys }} root @param {number} now */
export function verifyBundle(jws, { issuer, keys }, now) {
  const [header, body, proof] = jws.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!header || !body || !proof) throw new Error('not three parts')
  const { kid } = JSON.parse(toText(header))
  const input = proveIssuer({ typ: 'kbyt-bundle', kid, body, proof }, keys)
  must(`${input}.${proof.toString('base64url')}` === jws, 'another header or form')
  const claims = readClaims(body)
  must(claims.iss === issuer && claims.iat * 1_000 <= now + 60_000, 'issuer, date')
  for (const key of claims.keys) must(toKid(key) === key.kid && !key.d, 'key')
  return claims
}

/** @param {string} text @param {number} kind @param {string} typ @param {Keys} keys */
function openQr(text, kind, typ, keys, proofLength = 0) {
  must(/^[1-9][0-9]{0,999}$/.test(text.trim()), 'not canonical digits')
  const shown = Buffer.from(`0${BigInt(text).toString(16)}`, 'hex')
  must(shown.length > 70 + proofLength && shown[0] === 1 && shown[1] === kind, 'not of this kind')
  const end = shown.length - proofLength - 64
  const [kid, body] = [shown.toString('hex', 2, 6), shown.subarray(6, end)]
  proveIssuer({ typ, kid, body, proof: shown.subarray(end, end + 64) }, keys)
  return { body, shown }
}

/** The JWS signing input (RFC 7515), proven. @param {Signed} signed @param {Keys} keys */
function proveIssuer({ typ, kid, body, proof }, keys) {
  const jwk = keys.find((key) => toKid(key) === kid)
  if (!jwk) throw new Error('unknown key')
  const header = Buffer.from(JSON.stringify({ alg: 'ES256', kid, typ })).toString('base64url')
  const input = `${header}.${body.toString('base64url')}`
  prove(Buffer.from(input), createPublicKey({ key: { ...jwk }, format: 'jwk' }), proof)
  return input
}

/** @param {Buffer} input @param {import('node:crypto').KeyObject} key @param {Buffer} proof */
function prove(input, key, proof) {
  must(BigInt(`0x0${proof.toString('hex', 32)}`) <= halfOrder, 'not the low signature')
  must(verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, proof), 'forged')
}

const toKid = (/** @type {Jwk} */ { kty, crv, x, y }) =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('hex').slice(0, 8)
