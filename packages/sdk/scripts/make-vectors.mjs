// Writes vectors/pass.json: passes that any verifier must take and texts it must refuse. The test
// keys are made here and forgotten: the file holds public keys and signed texts only.
// node packages/sdk/scripts/make-vectors.mjs (after a build of @kbyt/sdk)
import { writeFileSync } from 'node:fs'
import { encode } from 'cborg'
import { toDigits } from '../dist/qr/digits.js'
import { encodePass } from '../dist/qr/encode-pass.js'
import { encodeEnvelope } from '../dist/qr/envelope.js'
import { fromHex } from '../dist/qr/hex.js'
import { generateSigningKey, importSigner, signPass, toKeySet } from '../dist/qr/sign.js'
import { verifyQr } from '../dist/qr/verify-qr.js'

/** @typedef {import('../src/qr/pass-facts.js').PassFacts} PassFacts */

const now = Date.parse('2021-03-05T01:00:00Z')
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const dayMs = 86_400_000
const [signer, next, stranger] = await Promise.all(
  [1, 2, 3].map(async () => importSigner(await generateSigningKey())),
)
if (!signer || !next || !stranger) throw new Error('No keys')
const trust = { issuer: 'vectors.kbyt.example', ...toKeySet([signer, next]) }

/** @type {PassFacts} */
const facts = {
  passId: '00c0ffee00000001',
  statusIndex: 65_537,
  declaredAt: Date.parse('2021-03-03T01:00:00Z'),
  validDays: 7,
  kind: 'domestic',
  displayName: 'N.T.P. Thảo',
  birthYear: 1990,
  idEnding: '345',
  isPrinted: false,
  shouldAskOfficer: false,
}
const stays = [
  { wardCode: '19750', firstDaysBefore: 13, lastDaysBefore: 10 },
  { wardCode: '00001', firstDaysBefore: 9, lastDaysBefore: 0 },
]
const entry = { placesVersion: '2021-03', destinationWard: '19756', stays }

/** @type {Record<string, [typeof signer, PassFacts]>} */
const good = {
  'a domestic pass': [signer, facts],
  'the longest of everything': [
    signer,
    { ...facts, statusIndex: 0xffff_ffff, displayName: 'N.T.P.Q. Nguyễng', validDays: 255 },
  ],
  'printed, under the second key': [
    next,
    { ...facts, passId: 'ffffffffffffffff', isPrinted: true },
  ],
  'ask an officer': [signer, { ...facts, shouldAskOfficer: true, idEnding: '000' }],
  'an entry pass': [signer, { ...facts, kind: 'entry', validDays: 15, entry }],
  'an entry pass without stays': [
    signer,
    { ...facts, kind: 'entry', entry: { ...entry, stays: [] } },
  ],
  'declared a minute ahead of the clock': [signer, { ...facts, declaredAt: now + 60_000 }],
  'in its last second': [signer, { ...facts, declaredAt: now - 7 * dayMs + 1_000 }],
}

/**
 * A pass whose payload is whatever is given, signed for real.
 *
 * @param {Uint8Array} payload
 * @param {'pass' | 'my-qr' | 'venue'} [kind]
 */
async function sign(payload, kind = 'pass', by = signer, kid = signer.kid) {
  const body = Uint8Array.of(...payload, ...(await by.sign(kind, payload)))
  return encodeEnvelope({ kind: 'pass', kid, body })
}

const payload = encodePass(facts)
const text = await signPass(signer, facts)
const fields = /** @type {unknown[]} */ ([
  fromHex(facts.passId),
  65_537,
  36_809_999,
  7,
  0,
  facts.displayName,
  1990,
  '345',
  0,
])

/** @param {number} index @param {unknown} value */
const withField = (index, value) => sign(encode(fields.with(index, value)))

/** @param {(bytes: Uint8Array) => void} change */
function changeBytes(change) {
  const bytes = fromHex(
    BigInt(text)
      .toString(16)
      .padStart(2 * Math.ceil(BigInt(text).toString(16).length / 2), '0'),
  )
  change(bytes)
  return toDigits(bytes)
}

/** @param {Uint8Array} bytes @param {bigint} scalar */
const setS = (bytes, scalar) =>
  bytes.set(fromHex(scalar.toString(16).padStart(64, '0')), bytes.length - 32)
/** @param {Uint8Array} bytes */
const getS = (bytes) => BigInt(`0x${Buffer.from(bytes.subarray(-32)).toString('hex')}`)

/** @type {Record<string, [code: string, text: string]>} */
const bad = {
  'an address': ['qr_foreign', 'https://kbyt.example/v/ABCDEFGH'],
  'an ID card': ['qr_foreign', '046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022'],
  'an ID number': ['qr_foreign', '046190012346'],
  'a health certificate': ['qr_foreign', 'HC1:6BF+70790T9WJWG.FKY*4GO0'],
  'a letter among the digits': ['qr_foreign', `${text.slice(0, 100)}O${text.slice(101)}`],
  'a blank among the digits': ['qr_foreign', `${text.slice(0, 100)} ${text.slice(100)}`],
  'full-width digits': [
    'qr_foreign',
    text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  ],
  nothing: ['qr_malformed', ''],
  'a leading zero': ['qr_malformed', `0${text}`],
  'its first digit lost': ['qr_malformed', text.slice(1)],
  'its last digit lost': ['qr_malformed', text.slice(0, -1)],
  'more than 1,000 digits': ['qr_malformed', text.padEnd(1_001, '7')],
  'an unknown kind': ['qr_malformed', changeBytes((bytes) => bytes.set([4], 1))],
  'the upper s': ['qr_forged', changeBytes((bytes) => setS(bytes, order - getS(bytes)))],
  's = 0': ['qr_forged', changeBytes((bytes) => setS(bytes, 0n))],
  's beyond the order': ['qr_forged', changeBytes((bytes) => setS(bytes, order + 1n))],
  'a my-qr': ['qr_wrong_kind', changeBytes((bytes) => bytes.set([2], 1))],
  'a venue': ['qr_wrong_kind', changeBytes((bytes) => bytes.set([3], 1))],
  'another issuer': ['qr_unknown_key', await signPass(stranger, facts)],
  'another key under our kid': ['qr_forged', await sign(payload, 'pass', stranger)],
  'signed as a venue': ['qr_forged', await sign(payload, 'venue')],
  'another name': ['qr_forged', changeBytes((bytes) => (bytes[30] ^= 1))],
  'another birth year': ['qr_forged', changeBytes((bytes) => (bytes[bytes.length - 71] ^= 1))],
  'under the other key of the set': [
    'qr_forged',
    changeBytes((bytes) => bytes.set(fromHex(next.kid), 2)),
  ],
  'a field too many': ['qr_malformed', await sign(encode([...fields, 0]))],
  'a field too few': ['qr_malformed', await sign(encode(fields.slice(0, -1)))],
  'a map': ['qr_malformed', await sign(encode({ id: 1 }))],
  'bytes after the payload': ['qr_malformed', await sign(Uint8Array.of(...payload, 0))],
  'a float year': ['qr_malformed', await withField(6, 1990.5)],
  'a time as text': ['qr_malformed', await withField(2, '36809999')],
  'a negative time': ['qr_malformed', await withField(2, -1)],
  'no name': ['qr_malformed', await withField(5, '')],
  'a name that is not NFC': ['qr_malformed', await withField(5, 'Thảo'.normalize('NFD'))],
  'a name that turns right to left': ['qr_malformed', await withField(5, 'T\u202Eoah')],
  'null for a name': ['qr_malformed', await withField(5, null)],
  'an unknown flag': ['qr_malformed', await withField(8, 4)],
  'zero days': ['qr_malformed', await withField(3, 0)],
  'dated 61 seconds ahead': [
    'qr_not_yet_valid',
    await signPass(signer, { ...facts, declaredAt: now + 61_000 }),
  ],
  'in its first second after': [
    'qr_expired',
    await signPass(signer, { ...facts, declaredAt: now - 7 * dayMs }),
  ],
}

const valid = await Promise.all(
  Object.entries(good).map(async ([name, [by, each]]) => {
    const signed = await signPass(by, each)
    return { name, text: signed, pass: await verifyQr(signed, { trust, now }) }
  }),
)
const invalid = Object.entries(bad).map(([name, [code, each]]) => ({ name, code, text: each }))
const about =
  'Test vectors. The keys are test keys: nobody holds their private halves, no server signs with them.'
const file = new URL('../vectors/pass.json', import.meta.url)
writeFileSync(file, `${JSON.stringify({ about, now, trust, valid, invalid }, null, 2)}\n`)
