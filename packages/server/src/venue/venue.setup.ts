import type { NewVenue, OwnVenue } from '@kbyt/sdk/schema'
import { ownVenueSchema } from '@kbyt/sdk/schema'
import { newKey, send, signIn, type TestBackend } from '../backend.setup.js'

export const ownerPhone = '+84905000001'

export function makeVenue(changes: Partial<NewVenue> = {}): NewVenue {
  return {
    name: 'Chợ Đông Ba',
    kind: 'market',
    address: {
      placesVersion: '2021-03',
      provinceCode: '46',
      districtCode: '474',
      wardCode: '19777',
      street: '2 Trần Hưng Đạo',
    },
    direction: 'both',
    contact: { fullName: 'Trần Thị Chủ', phone: '0234 382 2222' },
    ...changes,
  }
}

export async function registerVenue(
  backend: TestBackend,
  headers: Record<string, string>,
  changes: Partial<NewVenue> = {},
): Promise<OwnVenue> {
  const key = { 'idempotency-key': newKey() }
  const { json } = await send(backend, 'POST', '/v1/venues', makeVenue(changes), {
    ...key,
    ...headers,
  })
  return ownVenueSchema.parse(json)
}

/** A venue with its owner signed in. */
export async function setupVenue(backend: TestBackend, changes: Partial<NewVenue> = {}) {
  const owner = await signIn(backend, ownerPhone)
  const venue = await registerVenue(backend, owner, changes)
  return { owner, venue, path: `/v1/venues/${venue.venueCode}` }
}

/** A machine at the venue, as the headers of its calls. */
export async function addDevice(backend: TestBackend, owner: Record<string, string>, path: string) {
  const { json } = await send(backend, 'POST', `${path}/devices`, { name: 'Cổng 1' }, owner)
  return { device: json, headers: { authorization: `Bearer ${json.key}` } }
}
