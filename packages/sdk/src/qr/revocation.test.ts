import { encode } from 'jose/base64url'
import { expect, it } from 'vitest'
import { isKbytError } from '../errors.js'
import type { StatusList } from '../schema/trust.js'
import { deflate } from './bytes.setup.js'
import { verifyMyQr, verifyQr } from './index.js'
import { setupMyQr } from './my-qr.setup.js'
import { facts, now, setupIssuer } from './qr.setup.js'
import { createStatusList, signPass } from './sign.js'
import { findStatus } from './status-list.js'
import { verifyVenueQr } from './venue.js'
import { setupVenue } from './venue.setup.js'

const hourMs = 3_600_000
const toIso = (at: number) => new Date(at).toISOString()

/** A trust as `verifyTrustBundle` returns it, one hour old, with one list. */
async function withList(status?: 'revoked' | 'suspended', ageMs = hourMs) {
  const entries = status ? [{ statusIndex: facts.statusIndex, status }] : []
  return { issuedAt: toIso(now - ageMs), statusLists: [await createStatusList(1, entries)] }
}

it('takes a pass whose slot says valid', async () => {
  const { text, trust } = await setupIssuer()

  const pass = await verifyQr(text, { trust: { ...trust, ...(await withList()) }, now })

  expect(pass.statusIndex).toBe(65_537)
})

// ATTACKS 34
it.each(['revoked', 'suspended'] as const)('34: refuses offline a %s pass', async (status) => {
  const { text, trust } = await setupIssuer()
  const bundle = { ...trust, ...(await withList(status)) }

  await expect(verifyQr(text, { trust: bundle, now })).rejects.toMatchObject({ code: 'qr_revoked' })
})

it('refuses a revoked pass by a stale list, too: what is revoked stays so', async () => {
  const { text, trust } = await setupIssuer()
  const bundle = { ...trust, ...(await withList('revoked', 100 * hourMs)) }

  await expect(verifyQr(text, { trust: bundle, now })).rejects.toMatchObject({ code: 'qr_revoked' })
})

it('refuses a revoked my QR', async () => {
  const { text, trust, facts: grant } = await setupMyQr()
  const statusLists = [
    await createStatusList(1, [{ statusIndex: grant.statusIndex, status: 'revoked' }]),
  ]
  const bundle = { ...trust, issuedAt: toIso(now - hourMs), statusLists }

  const verified = verifyMyQr(text, { trust: bundle, now })

  await expect(verified).rejects.toMatchObject({ code: 'qr_revoked' })
})

// ATTACKS 33
it('33: refuses a pass in date once its key has left the set', async () => {
  const { text, trust } = await setupIssuer()
  const bundle = { ...trust, ...(await withList()), keys: [] }

  const verified = verifyQr(text, { trust: bundle, now })

  await expect(verified).rejects.toMatchObject({ code: 'qr_unknown_key' })
})

// ATTACKS 35
it('35: never calls a pass valid by a list over 72 hours old, and says what it checked', async () => {
  const { text, trust } = await setupIssuer()
  const verifyAt = async (ageMs: number) =>
    verifyQr(text, { trust: { ...trust, ...(await withList(undefined, ageMs)) }, now })

  const pass = await verifyAt(72 * hourMs)
  const error = await verifyAt(72 * hourMs + 1).catch((reason: unknown) => reason)

  expect(error).toMatchObject({ code: 'trust_stale' })
  expect(isKbytError(error) && error.pass).toEqual(pass)
})

it('35: carries the facts of a my QR that cannot be decided, and notes it as shown', async () => {
  const { text, trust } = await setupMyQr()
  const bundle = { ...trust, ...(await withList(undefined, 73 * hourMs)) }
  const noted: string[] = []
  const seen = { note: ({ code }: { code: string }) => noted.push(code) === 1 }
  const verify = () => verifyMyQr(text, { trust: bundle, now, seen })

  await expect(verify()).rejects.toMatchObject({
    code: 'trust_stale',
    pass: { grantId: '00c0ffee00000002', displayName: 'N.T.P. Thảo', birthYear: 1990 },
  })
  await expect(verify()).rejects.toMatchObject({ code: 'qr_replayed' })
})

it('35: does not vouch for a poster by a stale bundle', async () => {
  const { text, trust, options } = await setupVenue()
  const verifyAt = async (ageMs: number) =>
    verifyVenueQr(text, { ...options, trust: { ...trust, ...(await withList(undefined, ageMs)) } })

  expect((await verifyAt(hourMs)).name).toBe('Chợ Đông Ba')
  await expect(verifyAt(73 * hourMs)).rejects.toMatchObject({ code: 'trust_stale' })
})

it('says expired, not stale, of a pass that is over', async () => {
  const { text, trust } = await setupIssuer()
  const bundle = { ...trust, ...(await withList(undefined, 100 * hourMs)) }
  const later = now + 30 * 24 * hourMs

  const verified = verifyQr(text, { trust: bundle, now: later })

  await expect(verified).rejects.toMatchObject({ code: 'qr_expired' })
})

// ATTACKS 40
it('40: does not let a clock that was set back revive an expired pass', async () => {
  const { signer, trust } = await setupIssuer()
  const yesterday = now - 24 * hourMs
  const text = await signPass(signer, { ...facts, declaredAt: yesterday - 7 * 24 * hourMs })
  const slow = now - 48 * hourMs

  expect(await verifyQr(text, { trust, now: slow })).toBeDefined()
  const verified = verifyQr(text, { trust: { ...trust, ...(await withList()) }, now: slow })

  await expect(verified).rejects.toMatchObject({ code: 'qr_expired' })
})

it('asks an officer about a pass that the bundle ought to know and does not', async () => {
  const { text, trust } = await setupIssuer()
  const short: StatusList = { list: 1, bits: 2, lst: encode(await deflate(new Uint8Array(0))) }

  for (const statusLists of [[], [{ ...short, list: 0 }], [short]]) {
    const bundle = { ...trust, issuedAt: toIso(now - hourMs), statusLists }
    await expect(verifyQr(text, { trust: bundle, now })).rejects.toMatchObject({
      code: 'trust_stale',
      pass: { passId: facts.passId },
    })
  }
})

it('takes a pass that is younger than the bundle, and in a list younger still', async () => {
  const { signer, trust } = await setupIssuer()
  const text = await signPass(signer, { ...facts, declaredAt: now - hourMs / 2 })
  const bundle = { ...trust, issuedAt: toIso(now - hourMs), statusLists: [] }

  expect((await verifyQr(text, { trust: bundle, now })).passId).toBe(facts.passId)
})

it.each([
  ['lists without a date', { statusLists: [] }],
  ['a date without lists', { issuedAt: toIso(now) }],
  ['a broken date', { issuedAt: 'yesterday', statusLists: [] }],
  ['a list of junk', { issuedAt: toIso(now), statusLists: [{ list: 1, bits: 2, lst: 'AAAA' }] }],
])('tells the developer of %s', async (_, half) => {
  const { text, trust } = await setupIssuer()

  const verified = verifyQr(text, { trust: { ...trust, ...(half as object) }, now })

  await expect(verified).rejects.toThrow(TypeError)
})

it('reads a list again when its text has changed', async () => {
  const list = await createStatusList(0, [{ statusIndex: 5, status: 'revoked' }])
  const { lst } = await createStatusList(0, [])

  expect(await findStatus([list], 5)).toBe(1)
  list.lst = lst

  expect(await findStatus([list], 5)).toBe(0)
})

// IETF draft-ietf-oauth-status-list, "Status List with 2-Bit Status Values": 1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3
it('reads the example of the IETF draft', async () => {
  const list: StatusList = { list: 0, bits: 2, lst: 'eNo76fITAAPfAgc' }
  const statuses = Array.from({ length: 13 }, (_, index) => findStatus([list], index))

  expect(await Promise.all(statuses)).toEqual([1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3, undefined])
})

it('keeps every status of a list exact', async () => {
  const entries = Array.from({ length: 2_000 }, (_, index) => ({
    statusIndex: 2 * 2 ** 16 + ((index * 7_919) % 2 ** 16),
    status: (['valid', 'revoked', 'suspended'] as const)[index % 3]!,
  }))
  const list = await createStatusList(2, entries)
  const expected = new Map(entries.map(({ statusIndex }, index) => [statusIndex, index % 3]))

  const indexes = Array.from({ length: 2 ** 16 }, (_, slot) => 2 * 2 ** 16 + slot)
  const found = await Promise.all(indexes.map((index) => findStatus([list], index)))

  expect(found).toEqual(indexes.map((index) => expected.get(index) ?? 0))
})

it.each([
  ['a list below none', -1, 0],
  ['a list beyond 2^16', 2 ** 16, 2 ** 32],
  ['half a list', 0.5, 0],
  ['an index of the next list', 0, 2 ** 16],
  ['an index of the list before', 1, 2 ** 16 - 1],
  ['half an index', 0, 0.5],
])('makes no list of %s', async (_, list, statusIndex) => {
  const made = createStatusList(list, [{ statusIndex, status: 'revoked' }])

  await expect(made).rejects.toThrow(TypeError)
})
