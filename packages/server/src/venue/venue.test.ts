import { verifyVenueQr } from '@kbyt/sdk/qr/venue'
import { keySetSchema, ownVenueSchema } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { newKey, send, setup, signIn, type TestBackend } from '../backend.setup.js'
import { addDevice, makeVenue, ownerPhone, registerVenue, setupVenue } from './venue.setup.js'

async function openPoster(backend: TestBackend, address: string) {
  const { json } = await send(backend, 'GET', '/.well-known/jwks.json')
  const trust = { issuer: 'kbyt.thuathienhue.gov.vn', keys: keySetSchema.parse(json).keys }
  return verifyVenueQr(address, { trust, hosts: ['kbyt.example'] })
}

const post = (backend: TestBackend, path: string, body: unknown, headers: Record<string, string>) =>
  send(backend, 'POST', path, body, { 'idempotency-key': newKey(), ...headers })

describe('registering a venue', () => {
  it('answers with a poster that any verifier proves without a network', async () => {
    const backend = await setup()
    const { venue } = await setupVenue(backend, { checkOutAfterMinutes: 240 })

    const poster = await openPoster(backend, venue.poster.address)

    expect(venue).toMatchObject({
      role: 'owner',
      revision: 1,
      checkOutAfterMinutes: 240,
      contact: { fullName: 'Trần Thị Chủ', phone: '+842343822222' },
    })
    expect(venue.poster.address).toMatch(/^https:\/\/kbyt\.example\/v\/[A-HJ-NP-Z2-9]{8}#[1-9]\d+$/)
    expect(poster).toMatchObject({
      venueCode: venue.venueCode,
      name: 'Chợ Đông Ba',
      wardCode: '19777',
      revision: 1,
      direction: 'both',
    })
  })

  it('sent twice with one key is one venue', async () => {
    const backend = await setup()
    const owner = await signIn(backend, ownerPhone)
    const headers = { 'idempotency-key': '"once"', ...owner }

    const first = await send(backend, 'POST', '/v1/venues', makeVenue(), headers)
    const second = await send(backend, 'POST', '/v1/venues', makeVenue(), headers)
    const { json } = await send(backend, 'GET', '/v1/venues', undefined, owner)

    expect(second.json).toEqual(first.json)
    expect(json).toEqual({ venues: [first.json] })
  })

  it.each([
    ['a name of 61 bytes', { name: `${'Ă'.repeat(30)}a` }, 'name', 'too_long'],
    ['a hidden character', { name: 'Chợ\u202Eaưđ' }, 'name', 'text_characters'],
    [
      'a limit of minutes too few',
      { checkOutAfterMinutes: 5 },
      'checkOutAfterMinutes',
      'too_short',
    ],
    [
      'a ward that is none',
      { address: { ...makeVenue().address, wardCode: '19999' } },
      'address.wardCode',
      'place_unknown',
    ],
    [
      'another province',
      { address: { ...makeVenue().address, provinceCode: '48' } },
      'address.provinceCode',
      'place_unknown',
    ],
    [
      'units of another year',
      { address: { ...makeVenue().address, placesVersion: '2025-07' } },
      'address.placesVersion',
      'place_unknown',
    ],
  ])('refuses %s', async (_name, changes, path, code) => {
    const backend = await setup()
    const owner = await signIn(backend, ownerPhone)

    const { json } = await post(backend, '/v1/venues', { ...makeVenue(), ...changes }, owner)

    expect(json.issues).toEqual([{ path, code }])
  })

  it('is limited to ten a day and phone', async () => {
    const backend = await setup()
    const owner = await signIn(backend, ownerPhone)
    for (let count = 0; count < 10; count += 1) await registerVenue(backend, owner)

    const { status, json } = await post(backend, '/v1/venues', makeVenue(), owner)

    expect([status, json.code]).toEqual([429, 'rate_limited'])
  })
})

describe('a venue', () => {
  it('shows everybody its public facts and nothing of its contact', async () => {
    const backend = await setup()
    const { venue, path } = await setupVenue(backend)
    const { venueCode, name, kind, address, direction, revision } = venue

    const { json } = await send(backend, 'GET', path)
    const unknown = await send(backend, 'GET', '/v1/venues/ABCDEFGH')

    expect(json).toEqual({ venueCode, name, kind, address, direction, revision })
    expect([unknown.status, unknown.json.code]).toEqual([404, 'not_found'])
  })

  it('makes a new poster of a new name, and says that the old one is outdated', async () => {
    const backend = await setup()
    const { owner, venue, path } = await setupVenue(backend)

    const changed = await send(backend, 'PATCH', path, { name: 'Chợ An Cựu' }, owner)
    const { poster } = ownVenueSchema.parse(changed.json)
    const states = await Promise.all(
      [1, 2, 3].map((revision) => send(backend, 'GET', `${path}?revision=${revision}`)),
    )

    expect(poster.revision).toBe(2)
    expect(await openPoster(backend, poster.address)).toMatchObject({ name: 'Chợ An Cựu' })
    expect(await openPoster(backend, venue.poster.address)).toMatchObject({ name: 'Chợ Đông Ba' })
    expect(states.map(({ json }) => json.posterState)).toEqual(['outdated', 'newest', 'revoked'])
  })

  it('keeps its poster when what the poster says stays', async () => {
    const backend = await setup()
    const { owner, venue, path } = await setupVenue(backend)
    const contact = { fullName: 'Lê Văn Thay', phone: '0905123123' }

    const { json } = await send(backend, 'PATCH', path, { contact, kind: 'shop' }, owner)

    expect(json).toMatchObject({ poster: venue.poster, kind: 'shop', revision: 1 })
    expect(json.contact).toEqual({ fullName: 'Lê Văn Thay', phone: '+84905123123' })
  })

  it('makes a poster on request, and revokes the older ones only then', async () => {
    const backend = await setup()
    const { owner, path } = await setupVenue(backend)
    const askState = async () => (await send(backend, 'GET', `${path}?revision=1`)).json.posterState

    await post(backend, `${path}/posters`, {}, owner)
    const outdated = await askState()
    const { json } = await post(backend, `${path}/posters`, { revokesOlder: true }, owner)

    expect([json.revision, outdated, await askState()]).toEqual([3, 'outdated', 'revoked'])
  })

  it('takes the changes of two managers at once', async () => {
    const backend = await setup()
    const { owner, path } = await setupVenue(backend)

    const changes = await Promise.all([
      send(backend, 'PATCH', path, { name: 'Chợ A' }, owner),
      send(backend, 'PATCH', path, { kind: 'shop' }, owner),
      post(backend, `${path}/posters`, {}, owner),
    ])
    const { json } = await send(backend, 'GET', path)

    expect(changes.map(({ status }) => status)).toEqual([200, 200, 201])
    expect(json).toMatchObject({ name: 'Chợ A', kind: 'shop', revision: 3 })
  })

  it('has its machines changed sixty times an hour and phone at most', async () => {
    const backend = await setup()
    const { owner, path } = await setupVenue(backend)
    for (let count = 0; count < 30; count += 1) {
      const { device } = await addDevice(backend, owner, path)
      await send(backend, 'DELETE', `${path}/devices/${device.deviceId}`, undefined, owner)
    }

    const { status } = await send(backend, 'POST', `${path}/devices`, { name: 'Cổng 2' }, owner)

    expect(status).toBe(429)
  })

  it('is nobody else’s to change, and answers them as if it were not there', async () => {
    const backend = await setup()
    const { path } = await setupVenue(backend)
    const stranger = await signIn(backend, '+84905999999')

    const others = await send(backend, 'PATCH', path, { name: 'A' }, stranger)
    const none = await send(backend, 'PATCH', '/v1/venues/ABCDEFGH', { name: 'A' }, stranger)

    expect(others.json).toEqual(none.json)
    expect([others.status, others.json.code]).toEqual([404, 'not_found'])
  })
})
