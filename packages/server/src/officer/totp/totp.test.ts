import { describe, expect, it } from 'vitest'
import { fromBase32, toBase32 } from './base32.js'
import { createTotpCode, type TotpOptions } from './create-totp-code.js'
import { findTotpCounter } from './find-totp-counter.js'

// RFC 6238, appendix B: the secret repeats 1234567890 up to the length of the hash.
const secretOf = (length: number) =>
  new TextEncoder().encode('1234567890'.repeat(7).slice(0, length))
const secret = secretOf(20)
const secrets = { 'SHA-1': secret, 'SHA-256': secretOf(32), 'SHA-512': secretOf(64) }

const vectors: [number, NonNullable<TotpOptions['hash']>, string][] = [
  [59, 'SHA-1', '94287082'],
  [59, 'SHA-256', '46119246'],
  [59, 'SHA-512', '90693936'],
  [1111111109, 'SHA-1', '07081804'],
  [1111111109, 'SHA-256', '68084774'],
  [1111111109, 'SHA-512', '25091201'],
  [1111111111, 'SHA-1', '14050471'],
  [1111111111, 'SHA-256', '67062674'],
  [1111111111, 'SHA-512', '99943326'],
  [1234567890, 'SHA-1', '89005924'],
  [1234567890, 'SHA-256', '91819424'],
  [1234567890, 'SHA-512', '93441116'],
  [2000000000, 'SHA-1', '69279037'],
  [2000000000, 'SHA-256', '90698825'],
  [2000000000, 'SHA-512', '38618901'],
  [20000000000, 'SHA-1', '65353130'],
  [20000000000, 'SHA-256', '77737706'],
  [20000000000, 'SHA-512', '47863826'],
]

describe('a TOTP code', () => {
  it.each(vectors)('is at %i s by %s what RFC 6238 says: %s', async (seconds, hash, code) => {
    const counter = Math.floor(seconds / 30)

    expect(await createTotpCode(secrets[hash], counter, { hash, digits: 8 })).toBe(code)
    if (hash === 'SHA-1') expect(await createTotpCode(secret, counter)).toBe(code.slice(2))
  })

  it.each([
    [-60, undefined],
    [-30, 1],
    [0, 1],
    [30, 1],
    [60, undefined],
  ])('is found %i s off as counter %s', async (offset, counter) => {
    const code = await createTotpCode(secret, 1)

    expect(await findTotpCounter(secret, code, (59 + offset) * 1_000)).toBe(counter)
  })

  it('is found with the blank that apps show', async () => {
    expect(await findTotpCounter(secret, ' 287 082 ', 59_000)).toBe(1)
  })
})

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('writes %j as RFC 4648 says: %s', (text, encoded) => {
    const bytes = new TextEncoder().encode(text)

    expect(toBase32(bytes)).toBe(encoded)
    expect(fromBase32(encoded)).toEqual(bytes)
  })
})
