// How much verifyQr costs over the bare signature check of jose, and how large the QRs are. Needs a
// build; run by: node bench/qr/verify.mjs

import { verifyQr } from '@kbyt/sdk/qr'
import {
  generateSigningKey,
  importSigner,
  signPass,
  toDisplayName,
  toKeySet,
} from '@kbyt/sdk/qr/sign'
import { compactVerify, importJWK } from 'jose'
import QRCode from 'qrcode'

const roundMs = 100
const rounds = 51
const signer = await importSigner(await generateSigningKey())
const trust = { issuer: 'bench.kbyt.example', ...toKeySet([signer]) }

/** @type {import('@kbyt/sdk/qr/sign').PassFacts} */
const domestic = {
  passId: 'ffffffffffffffff',
  statusIndex: 2 ** 20,
  declaredAt: Date.now(),
  validDays: 7,
  kind: 'domestic',
  displayName: toDisplayName('Công Tằng Tôn Nữ Thị Phương Nghiêng'),
  birthYear: 1990,
  idEnding: '345',
  isPrinted: false,
  shouldAskOfficer: false,
}
const stay = { wardCode: '19750', firstDaysBefore: 13, lastDaysBefore: 0 }
const entry = { placesVersion: '2025-07', destinationWard: '19756', stays: Array(4).fill(stay) }

/**
 * @param {() => Promise<unknown>} check
 * @returns {Promise<number>} Calls a second, one after another on one core.
 */
async function countPerSecond(check) {
  let count = 0
  const started = performance.now()
  while (performance.now() - started < roundMs) {
    await check()
    count += 1
  }
  return (count * 1_000) / (performance.now() - started)
}

/** @param {readonly number[]} numbers */
const findMedian = (numbers) =>
  numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0

const text = await signPass(signer, domestic)
const { jws } = await verifyQr(text, { trust })
const key = await importJWK(signer.publicKey, 'ES256')
/** @type {{ kbyt: number[], jose: number[] }} */
const speeds = { kbyt: [], jose: [] }
for (let round = 0; round < rounds; round += 1) {
  speeds.kbyt.push(await countPerSecond(() => verifyQr(text, { trust })))
  speeds.jose.push(await countPerSecond(() => compactVerify(jws, key)))
}
const ratios = speeds.kbyt.map((speed, round) => speed / (speeds.jose[round] ?? speed))
console.log(`verifyQr              ${findMedian(speeds.kbyt).toFixed(0)} a second`)
console.log(`jose compactVerify    ${findMedian(speeds.jose).toFixed(0)} a second`)
console.log(
  `ratio                 ${findMedian(ratios).toFixed(2)} (1 = as fast; median of ${rounds})`,
)

for (const [name, facts] of /** @type {const} */ ([
  ['domestic pass', domestic],
  ['entry pass, 4 stays', { ...domestic, kind: 'entry', entry }],
])) {
  const digits = await signPass(signer, facts)
  const { version } = QRCode.create(digits, { errorCorrectionLevel: 'M' })
  console.log(`${name.padEnd(22)}QR version ${version} at level M, ${digits.length} digits`)
}
