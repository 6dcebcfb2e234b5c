// Writes vectors/my-qr.json, venue.json and trust.json: what any verifier must take and what it must
// refuse. The test keys are made here and forgotten: the files hold public keys and signed texts only.
// node packages/sdk/scripts/make-code-vectors.mjs (after a build of @kbyt/sdk)
import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { encode } from 'cborg'
import { encode as toBase64url } from 'jose/base64url'
import { createMemoryHolderStore } from '../dist/account/create-memory-holder-store.js'
import { createMyQr } from '../dist/account/create-my-qr.js'
import { openHolderKey } from '../dist/account/open-holder-key.js'
import { fromDigits, toDigits } from '../dist/qr/digits.js'
import { encodeEnvelope, toEnvelopeBytes } from '../dist/qr/envelope.js'
import { fromHex, toHex } from '../dist/qr/hex.js'
import { encodeShownAt, toProofInput } from '../dist/qr/holder-proof.js'
import { toJws } from '../dist/qr/jws.js'
import {
  createStatusList,
  generateSigningKey,
  importSigner,
  signGrant,
  signPass,
  signTrustBundle,
  signVenue,
  toKeySet,
} from '../dist/qr/sign.js'
import { verifyMyQr } from '../dist/qr/verify-my-qr.js'
import { verifyVenueQr } from '../dist/qr/verify-venue-qr.js'
import { verifyTrustBundle } from '../dist/trust/verify-trust-bundle.js'

const now = Date.parse('2021-03-05T01:00:00Z')
const hourMs = 3_600_000
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const issuer = 'vectors.kbyt.example'
const about =
  'Test vectors. The keys are test keys: nobody holds their private halves, no server signs with them.'

const makeSigner = async () => importSigner(await generateSigningKey())
const signer = await makeSigner()
const stranger = await makeSigner()
const root = await makeSigner()
const trust = { issuer, ...toKeySet([signer]) }

/** @param {string} name @param {object} content */
const write = (name, content) =>
  writeFileSync(
    new URL(`../vectors/${name}.json`, import.meta.url),
    `${JSON.stringify({ about, now, ...content }, null, 2)}\n`,
  )

/** @param {Record<string, string>} texts @param {(text: string) => Promise<unknown>} verify */
const toValid = (texts, verify) =>
  Promise.all(
    Object.entries(texts).map(async ([name, text]) => ({ name, text, result: await verify(text) })),
  )

/** @param {Record<string, [code: string, text: string]>} texts */
const toInvalid = (texts) =>
  Object.entries(texts).map(([name, [code, text]]) => ({ name, code, text }))

/** @param {string} digits @param {(bytes: Uint8Array) => void} change */
function changeBytes(digits, change) {
  const bytes = fromDigits(digits)
  change(bytes)
  return toDigits(bytes)
}

/** Puts n − s for the s that ends `fromEnd` bytes before the end. @param {number} fromEnd */
const toUpperS = (fromEnd) => (/** @type {Uint8Array} */ bytes) => {
  const end = bytes.length - fromEnd
  const s = BigInt(`0x${toHex(bytes.subarray(end - 32, end))}`)
  bytes.set(fromHex((order - s).toString(16).padStart(64, '0')), end - 32)
}

// My QR
const holderKey = await openHolderKey(createMemoryHolderStore())
const other = await openHolderKey(createMemoryHolderStore())
const grantFacts = {
  grantId: '00c0ffee00000002',
  statusIndex: 65_538,
  notBefore: now - hourMs,
  validHours: 24,
  displayName: 'N.T.P. Thảo',
  birthYear: 1990,
  holderKey: holderKey.publicKey,
}
const grantFields = [
  fromHex(grantFacts.grantId),
  grantFacts.statusIndex,
  (grantFacts.notBefore - Date.UTC(2020, 0, 1)) / 1_000,
  24,
  grantFacts.displayName,
  1990,
  Uint8Array.from(Buffer.from(holderKey.publicKey, 'base64url')),
]

async function draw(facts = grantFacts, at = now, by = signer) {
  return createMyQr({ grants: [await signGrant(by, facts)], holderKey }, { now: at })
}

/** A code around any payload, both signatures real. @param {Uint8Array} payload */
async function drawRaw(payload, by = signer, device = holderKey) {
  const signature = await by.sign('my-qr', payload)
  const body = Uint8Array.of(...payload, ...signature, ...encodeShownAt(now))
  const before = toEnvelopeBytes({ kind: 'my-qr', kid: signer.kid, body })
  const proof = await device.sign(toProofInput(before))
  return encodeEnvelope({ kind: 'my-qr', kid: signer.kid, body: Uint8Array.of(...body, ...proof) })
}

/** @param {number} index @param {unknown} value */
const drawField = (index, value) => drawRaw(encode(grantFields.with(index, value)))
const code = await draw()

write('my-qr', {
  trust,
  valid: await toValid(
    {
      'drawn now': code,
      'drawn 90 seconds ago': await draw(grantFacts, now - 90_000),
      'drawn 30 seconds ahead': await draw(grantFacts, now + 30_000),
      'in the last second of its grant': await draw({
        ...grantFacts,
        notBefore: now - 24 * hourMs + 1_000,
      }),
      'the longest of everything': await draw({
        ...grantFacts,
        statusIndex: 0xffff_ffff,
        displayName: 'N.T.P.Q. Nguyễng',
      }),
    },
    (text) => verifyMyQr(text, { trust, now }),
  ),
  invalid: toInvalid({
    'an ID number': ['qr_foreign', '046190012346'],
    'its first digit lost': ['qr_malformed', code.slice(1)],
    'a leading zero': ['qr_malformed', `0${code}`],
    'a pass': ['qr_wrong_kind', changeBytes(code, (bytes) => bytes.set([1], 1))],
    'another issuer': ['qr_unknown_key', await draw(grantFacts, now, stranger)],
    'another key under our kid': ['qr_forged', await drawRaw(encode(grantFields), stranger)],
    'drawn by another device': ['qr_forged', await drawRaw(encode(grantFields), signer, other)],
    'another moment': [
      'qr_forged',
      changeBytes(code, (bytes) => bytes.set([9], bytes.length - 65)),
    ],
    'the upper s of the holder': ['qr_forged', changeBytes(code, toUpperS(0))],
    'the upper s of the issuer': ['qr_forged', changeBytes(code, toUpperS(68))],
    'drawn 91 seconds ago': ['qr_expired', await draw(grantFacts, now - 91_000)],
    'drawn 31 seconds ahead': ['qr_not_yet_valid', await draw(grantFacts, now + 31_000)],
    'a grant that is over': ['qr_expired', await drawField(2, grantFields[2] - 23 * 3_600)],
    'a grant that begins later': ['qr_not_yet_valid', await drawField(2, grantFields[2] + 3_661)],
    'a grant of 25 hours': ['qr_malformed', await drawField(3, 25)],
    'a float year': ['qr_malformed', await drawField(5, 1990.5)],
    'a name that is not NFC': ['qr_malformed', await drawField(4, 'Thảo'.normalize('NFD'))],
    'a point off the curve': [
      'qr_malformed',
      await drawField(6, Uint8Array.of(2, ...new Uint8Array(31), 1)),
    ],
    'a field too many': ['qr_malformed', await drawRaw(encode([...grantFields, 0]))],
  }),
})

// Venue
const hosts = ['vectors.kbyt.example']
const market = {
  venueCode: 'CHODONGB',
  name: 'Chợ Đông Ba',
  wardCode: '19756',
  revision: 1,
  direction: /** @type {const} */ ('both'),
}
const venueFields = ['CHODONGB', 'Chợ Đông Ba', 19_756, 1, 2]
const poster = await signVenue(signer, { ...market, host: hosts[0] ?? '' })
const digits = poster.slice(poster.indexOf('#') + 1)
const toPoster = (/** @type {string} */ changed) => poster.replace(digits, changed)

/** @param {unknown} fields @param {'venue' | 'pass'} [kind] */
async function signRaw(fields, kind = 'venue', by = signer) {
  const payload = encode(fields)
  const body = Uint8Array.of(...payload, ...(await by.sign(kind, payload)))
  return toPoster(encodeEnvelope({ kind: 'venue', kid: signer.kid, body }))
}

write('venue', {
  trust,
  hosts,
  valid: await toValid(
    {
      'a market, in and out': poster,
      'a name with markup': await signVenue(signer, {
        ...market,
        name: '<img src=x onerror=alert(1)>',
        direction: 'in',
        host: hosts[0] ?? '',
      }),
      'the longest of everything': await signVenue(signer, {
        venueCode: 'zzzzzzzz',
        name: 'Ể'.repeat(20),
        wardCode: '99999',
        revision: 0xffff_ffff,
        direction: 'out',
        host: hosts[0] ?? '',
      }),
    },
    (text) => verifyVenueQr(text, { trust, hosts, now }),
  ),
  invalid: toInvalid({
    'bare digits': ['qr_foreign', digits],
    'plain http': ['qr_foreign', poster.replace('https', 'http')],
    'our name before another host': [
      'qr_foreign',
      poster.replace('.example/', '.example.evil.example/'),
    ],
    'our name as a user': ['qr_foreign', poster.replace('.example/', '.example@evil.example/')],
    'a port': ['qr_foreign', poster.replace('.example/', '.example:8443/')],
    'a Cyrillic letter in the host': ['qr_foreign', poster.replace('vectors', 'vect\u043Ers')],
    'a query': ['qr_foreign', poster.replace('#', '?x=1#')],
    'a longer code': ['qr_foreign', poster.replace('#', 'X#')],
    'a leading zero': ['qr_malformed', toPoster(`0${digits}`)],
    'a pass under its address': [
      'qr_wrong_kind',
      toPoster(changeBytes(digits, (bytes) => bytes.set([1], 1))),
    ],
    "another venue's address": ['qr_forged', poster.replace('CHODONGB', 'CHODONGC')],
    'another issuer': [
      'qr_unknown_key',
      await signVenue(stranger, { ...market, host: hosts[0] ?? '' }),
    ],
    'another key under our kid': ['qr_forged', await signRaw(venueFields, 'venue', stranger)],
    'signed as a pass': ['qr_forged', await signRaw(venueFields, 'pass')],
    'another name': ['qr_forged', toPoster(changeBytes(digits, (bytes) => bytes.set([65], 20)))],
    'the upper s': ['qr_forged', toPoster(changeBytes(digits, toUpperS(0)))],
    'an unknown direction': ['qr_malformed', await signRaw(venueFields.with(4, 3))],
    'a name of 61 bytes': ['qr_malformed', await signRaw(venueFields.with(1, 'x'.repeat(61)))],
    'a ward of six digits': ['qr_malformed', await signRaw(venueFields.with(2, 100_000))],
    'a field too few': ['qr_malformed', await signRaw(venueFields.slice(1))],
  }),
})

// Trust bundle
const passFacts = {
  passId: '00c0ffee00000001',
  statusIndex: 65_537,
  declaredAt: Date.parse('2021-03-03T01:00:00Z'),
  validDays: 7,
  kind: /** @type {const} */ ('domestic'),
  displayName: 'N.T.P. Thảo',
  birthYear: 1990,
  idEnding: '345',
  isPrinted: false,
  shouldAskOfficer: false,
}
const bundleFacts = {
  ...trust,
  counter: 7,
  issuedAt: now - hourMs,
  statusLists: [
    await createStatusList(1, [
      { statusIndex: 65_538, status: /** @type {const} */ ('revoked') },
      { statusIndex: 65_539, status: /** @type {const} */ ('suspended') },
    ]),
  ],
  policy: { version: 1 },
  areas: [{ code: '19756', name: 'Phường Thuận Hòa' }],
}
const bundle = await signTrustBundle(root, bundleFacts)
const claims = Buffer.from(bundle.split('.')[1] ?? '', 'base64url').toString()
const header = bundle.split('.')[0] ?? ''

/** @param {string | Uint8Array} text */
async function signClaims(text, by = root) {
  const payload = Uint8Array.from(Buffer.from(text))
  const signature = await by.sign('bundle', payload)
  return toJws({ kind: 'bundle', kid: root.kid }, { payload, signature })
}
/** @param {Uint8Array} bytes */
const withList = (bytes) =>
  signClaims(
    JSON.stringify({
      ...JSON.parse(claims),
      statusLists: [{ list: 1, bits: 2, lst: toBase64url(bytes) }],
    }),
  )
/** @param {string} text */
const withHeader = (text) => bundle.replace(header, toBase64url(text))
const whole = deflateSync(new Uint8Array(16_384))
const [, body, signature = ''] = bundle.split('.')
const upper = Uint8Array.from(Buffer.from(signature, 'base64url'))
toUpperS(0)(upper)
const rootTrust = { issuer, keys: [root.publicKey] }

write('trust', {
  root: rootTrust,
  valid: await toValid(
    {
      'an hour old': bundle,
      'dated a minute ahead': await signTrustBundle(root, {
        ...bundleFacts,
        issuedAt: now + 60_000,
      }),
      'of nothing': await signTrustBundle(root, {
        issuer,
        counter: 0,
        issuedAt: now,
        keys: [],
        statusLists: [],
        areas: [],
      }),
      'four days old': await signTrustBundle(root, { ...bundleFacts, issuedAt: now - 96 * hourMs }),
    },
    (text) => verifyTrustBundle(text, { root: rootTrust, now }),
  ),
  invalid: toInvalid({
    nothing: ['trust_malformed', ''],
    'a page of a captive portal': ['trust_malformed', '<html></html>'],
    'alg none': ['trust_malformed', `${toBase64url('{"alg":"none"}')}.${body}.`],
    'another order of the header': [
      'trust_malformed',
      withHeader(`{"typ":"kbyt-bundle","alg":"ES256","kid":"${root.kid}"}`),
    ],
    'a pass for a type': [
      'trust_malformed',
      withHeader(`{"alg":"ES256","kid":"${root.kid}","typ":"kbyt-pass"}`),
    ],
    padding: ['trust_malformed', `${bundle}==`],
    'the upper s': ['trust_malformed', `${header}.${body}.${toBase64url(upper)}`],
    'another claim': [
      'trust_forged',
      bundle.replace(body ?? '', toBase64url(claims.replace('"counter":7', '"counter":8'))),
    ],
    'another key under the kid of the root': ['trust_forged', await signClaims(claims, stranger)],
    'a key of the issuer': ['trust_forged', await signTrustBundle(signer, bundleFacts)],
    'another issuer': [
      'trust_forged',
      await signTrustBundle(root, { ...bundleFacts, issuer: 'x' }),
    ],
    'iat twice': ['trust_malformed', await signClaims(claims.replace('"iat"', '"iat":1,"iat"'))],
    blanks: ['trust_malformed', await signClaims(`${claims} `)],
    __proto__: ['trust_malformed', await signClaims(claims.replace('{', '{"__proto__":{},'))],
    'a private key': [
      'trust_malformed',
      await signClaims(claims.replace('"kty":"EC"', '"kty":"EC","d":"AAAA"')),
    ],
    'dated 61 seconds ahead': [
      'trust_not_yet_valid',
      await signTrustBundle(root, { ...bundleFacts, issuedAt: now + 61_000 }),
    ],
    'bytes after a list': [
      'trust_malformed',
      await withList(Buffer.concat([whole, Buffer.from('EVIL')])),
    ],
    'a list of one byte too many': [
      'trust_malformed',
      await withList(deflateSync(new Uint8Array(16_385))),
    ],
    'a list cut off': ['trust_malformed', await withList(whole.subarray(0, -3))],
  }),
  passes: await Promise.all(
    [
      ['valid', 65_537, 'an hour old'],
      ['qr_revoked', 65_538, 'an hour old'],
      ['qr_revoked', 65_539, 'an hour old'],
      ['trust_stale', 131_072, 'an hour old'],
      ['trust_stale', 65_537, 'four days old'],
      ['qr_revoked', 65_538, 'four days old'],
      ['qr_unknown_key', 65_537, 'of nothing'],
    ].map(async ([expected, statusIndex, by]) => ({
      name: `${statusIndex} by the bundle ${by}`,
      bundle: by,
      expected,
      text: await signPass(signer, { ...passFacts, statusIndex: Number(statusIndex) }),
    })),
  ),
})
