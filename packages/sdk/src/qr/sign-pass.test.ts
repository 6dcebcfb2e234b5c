import { expect, it } from 'vitest'
import { isLowS } from './low-s.js'
import { facts, setupIssuer } from './qr.setup.js'
import { generateSigningKey, importSigner, type PassFacts, signPass } from './sign.js'

it('shows digits only', async () => {
  const { text } = await setupIssuer()

  expect(text).toMatch(/^[1-9]\d+$/)
})

it('always signs with the lower s', async () => {
  const { signer } = await setupIssuer()

  const signatures = await Promise.all(
    Array.from({ length: 40 }, () => signer.sign('pass', Uint8Array.of(1))),
  )

  expect(signatures.every(isLowS)).toBe(true)
})

it('names a key by 8 hex digits, and gives its private half away nowhere', async () => {
  const key = await generateSigningKey()
  const signer = await importSigner(key)

  expect(signer.kid).toMatch(/^[0-9a-f]{8}$/)
  expect(signer.kid).toBe(key.kid)
  expect(JSON.stringify(signer)).not.toContain(key.d)
})

it('refuses a key whose halves do not belong together', async () => {
  const [key, other] = [await generateSigningKey(), await generateSigningKey()]

  await expect(importSigner({ ...key, d: other.d })).rejects.toThrow(TypeError)
  await expect(importSigner({ ...key, kid: other.kid })).rejects.toThrow(TypeError)
  await expect(importSigner({ ...key, d: '' })).rejects.toThrow(TypeError)
})

it.each<[string, Partial<PassFacts>]>([
  ['an id of another length', { passId: 'abcd' }],
  ['an id that is no hex', { passId: 'zzzzzzzzzzzzzzzz' }],
  ['an id in capitals', { passId: '00C0FFEE00000001' }],
  ['a status index over 32 bits', { statusIndex: 2 ** 32 }],
  ['a negative status index', { statusIndex: -1 }],
  ['a time before 2020', { declaredAt: 0 }],
  ['a broken time', { declaredAt: Number.NaN }],
  ['no days', { validDays: 0 }],
  ['half a day', { validDays: 0.5 }],
  ['more days than a byte', { validDays: 256 }],
  ['no name', { displayName: '' }],
  ['a name of many lines', { displayName: 'A\nB' }],
  ['a lone surrogate', { displayName: '\uD800' }],
  ['a broken year', { birthYear: Number.NaN }],
  ['a whole ID number', { idEnding: '046090012345' }],
  ['an entry without its facts', { kind: 'entry' }],
  ['entry facts on a domestic pass', { entry: makeEntry(1) }],
  ['five stays', { kind: 'entry', entry: makeEntry(5) }],
  ['a stay that ends before it begins', { kind: 'entry', entry: makeEntry(1, 2, 3) }],
  ['a stay 24 days ago', { kind: 'entry', entry: makeEntry(1, 24, 3) }],
])('signs no pass with %s', async (_, wrong) => {
  const { signer } = await setupIssuer()

  await expect(signPass(signer, { ...facts, ...wrong })).rejects.toThrow(TypeError)
})

function makeEntry(count: number, firstDaysBefore = 5, lastDaysBefore = 1) {
  const stay = { wardCode: '19750', firstDaysBefore, lastDaysBefore }
  return {
    placesVersion: '2021-03',
    destinationWard: '19756',
    stays: Array.from({ length: count }, () => stay),
  }
}
