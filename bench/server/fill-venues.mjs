import { createClient, requestOtp, submitDeclaration, verifyOtp } from '@kbyt/sdk'
import { addDevice, registerVenue } from '@kbyt/sdk/venue'

const owners = 25
const venuesPerOwner = 8
const families = 250
const peoplePerFamily = 20

const address = {
  placesVersion: '2021-03',
  provinceCode: '46',
  districtCode: '474',
  wardCode: '19756',
}

/**
 * Venues with a machine each, and people with passes, all through the API.
 *
 * @param {string} url
 * @param {(phone: string) => Promise<string>} findCode
 */
export async function fillVenues(url, findCode) {
  const machines = []
  for (let index = 0; index < owners; index += 1) {
    machines.push(...(await addVenues(await signIn(url, findCode, 100 + index))))
  }
  const passIds = []
  for (let index = 0; index < families; index += 1) {
    passIds.push(...(await declare(await signIn(url, findCode, 1_000 + index), index)))
  }
  return { machines, passIds }
}

/** @param {string} url @param {(phone: string) => Promise<string>} findCode @param {number} number */
async function signIn(url, findCode, number) {
  // far apart: numbers in a row are taken for somebody who counts through them
  const phone = `+8490${5_000_000 + number * 3_917}`
  const client = createClient({ baseUrl: url })
  const { challengeId } = await requestOtp(client, { phone })
  await verifyOtp(client, { challengeId, code: await findCode(phone) })
  return client
}

/** @param {import('@kbyt/sdk').Client} client */
async function addVenues(client) {
  const machines = []
  for (let index = 0; index < venuesPerOwner; index += 1) {
    const contact = { fullName: 'Trần Thị Chủ', phone: '0234 382 2222' }
    const name = `Cửa hàng ${index}`
    const facts = { name, kind: 'shop', address, direction: 'both', contact }
    const { venueCode } = await registerVenue(
      client,
      /** @type {import('@kbyt/sdk/venue').NewVenue} */ (facts),
    )
    const { key, deviceId } = await addDevice(client, { venueCode, name: 'Cổng 1' })
    machines.push({ key, deviceId, venueCode })
  }
  return machines
}

/** @param {import('@kbyt/sdk').Client} client @param {number} family */
async function declare(client, family) {
  const people = Array.from({ length: peoplePerFamily }, (_, index) => ({
    relation: index === 0 ? 'self' : 'other',
    person: {
      fullName: 'Nguyễn Văn An',
      identityDocument: { type: 'cccd', number: `0460${10_000_000 + family * 100 + index}` },
      bornOn: '1990',
      gender: 'male',
      nationality: 'VN',
      address: { ...address, hamlet: 'Tổ 1' },
    },
    health: {
      symptoms: [],
      contacts: { patient: false, 'from-affected-country': false, symptomatic: false },
    },
    recentPlaces: [],
  }))
  const consents = [{ purpose: 'epidemic-control', version: '2026-01', language: 'vi' }]
  const declaration = { kind: 'domestic', people, consents }
  const filed = await submitDeclaration(
    client,
    /** @type {import('@kbyt/sdk').Declaration} */ (declaration),
  )
  return filed.people.map(({ pass }) => pass.passId)
}
