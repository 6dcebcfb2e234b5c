import {
  type Arrival,
  arrivalSchema,
  type EntryDeclaration,
  filedDeclarationSchema,
  type Journey,
  type JourneyPlace,
  type Province,
} from '@kbyt/sdk/schema'
import {
  declare,
  makeDeclared,
  newKey,
  send,
  setup,
  signIn,
  signInOfficer,
  type TestBackend,
} from '../backend.setup.js'
import { config, places as hanoi, journey, makeEntry } from '../entry.setup.js'
import type { Places } from '../ports.js'

const hue: Province = {
  version: config.placesVersion,
  code: '46',
  name: 'Tỉnh Thừa Thiên Huế',
  districts: [
    { code: '474', name: 'Thành phố Huế' },
    { code: '479', name: 'Thị xã Hương Thủy' },
    // Made up here: Huế has no district without wards.
    { code: '471', name: 'Huyện Cồn Cỏ' },
  ],
  wards: [
    { code: '19777', name: 'Phường Vỹ Dạ', districtCode: '474' },
    { code: '19783', name: 'Phường Vĩnh Ninh', districtCode: '474' },
    { code: '19960', name: 'Phường Phú Bài', districtCode: '479' },
  ],
}

const places: Places = {
  ...hanoi,
  findProvince: async (version, code) =>
    code === hue.code ? hue : hanoi.findProvince(version, code),
}

export const vyDa = journey.destination
export const vinhNinh: JourneyPlace = { ...vyDa, wardCode: '19783' }
export const phuBai: JourneyPlace = { ...vyDa, districtCode: '479', wardCode: '19960' }
export const { wardCode: _noWard, ...conCo }: JourneyPlace = { ...vyDa, districtCode: '471' }

export const setupArrivals = (options: Parameters<typeof setup>[0] = {}) =>
  setup({ config, places, ...options })

let counter = 0
/** A CCCD of nobody else in these tests. */
export const newNumber = () => `046190${String(++counter).padStart(6, '0')}`

/** Declares one person's way here, as somebody new unless said; `filed` has the pass. */
export async function arrive(
  backend: TestBackend,
  changes: Partial<Journey> = {},
  number: string = newNumber(),
) {
  const to = `+8490${String(5_000_000 + Number(number.slice(6)))}`
  const citizen = await signIn(backend, to)
  const person = makeDeclared({ identityDocument: { type: 'cccd', number } })
  const declaration: EntryDeclaration = makeEntry(changes, [person])
  const { json } = await declare(backend, citizen, declaration)
  const filed = filedDeclarationSchema.parse(json)
  return { filed, citizen, number, pass: filed.people[0]!.pass }
}

type Headers = Record<string, string>

export async function list(backend: TestBackend, headers: Headers, query = '') {
  const answer = await send(backend, 'GET', `/v1/arrivals${query}`, undefined, headers)
  const items = Array.isArray(answer.json.arrivals) ? answer.json.arrivals : []
  return { ...answer, arrivals: items.map((item): Arrival => arrivalSchema.parse(item)) }
}

export function record(
  backend: TestBackend,
  headers: Headers,
  arrivalId: string,
  body: object,
  key: string = newKey(),
) {
  const path = `/v1/arrivals/${arrivalId}/events`
  return send(backend, 'POST', path, body, { 'idempotency-key': key, ...headers })
}

export function report(
  backend: TestBackend,
  headers: Headers,
  shown: object,
  key: string = newKey(),
) {
  const body = { report: shown }
  return send(backend, 'POST', '/v1/arrivals/reports', body, { 'idempotency-key': key, ...headers })
}

export function withdraw(backend: TestBackend, headers: Headers, declarationId: string) {
  const path = `/v1/declarations/${declarationId}/withdraw`
  return send(backend, 'POST', path, undefined, { 'idempotency-key': newKey(), ...headers })
}

/** Whatever the log says so far. */
export const audits = (backend: TestBackend) => backend.store.audit.findRows('main', 1, 1_000)

/** Somebody on the way, and an officer of the ward with the list. */
export async function setupWard(changes: Partial<Journey> = {}, areas = ['19777']) {
  const backend = await setupArrivals()
  const arrived = await arrive(backend, changes)
  const { officer, headers } = await signInOfficer(backend, 'ward', areas)
  const { arrivals } = await list(backend, headers)
  return { backend, headers, officer, arrival: arrivals[0]!, ...arrived }
}
