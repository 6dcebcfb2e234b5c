import type { OfficerRole } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { record, setupWard } from '../arrivals/arrivals.setup.js'
import {
  declare,
  inspect,
  newKey,
  send,
  setup,
  signIn,
  signInOfficer,
  type TestBackend,
} from '../backend.setup.js'
import { setupVenue } from '../venue/venue.setup.js'

type Headers = Record<string, string>

const moved = { areas: ['19960'] }
const demoted = { role: 'inspector' as const, areas: [], venueCode: 'ABCD1234' }

function change({ store }: TestBackend, officerId: string, changes: object) {
  return store.officers.changeOfficer(officerId, changes, false)
}

async function receivePaper(backend: TestBackend, headers: Headers) {
  const key = { 'idempotency-key': newKey(), ...headers }
  const { json } = await send(backend, 'POST', '/v1/papers', { kind: 'domestic', note: '12' }, key)
  return String(json.paperId)
}

describe('91: an officer whose role or areas have changed', () => {
  it.each([
    ['other areas', moved, 'not_found'],
    ['another role', demoted, 'forbidden'],
  ])('with %s is not given an earlier answer again by its key', async (_how, changes, code) => {
    const { backend, headers, officer, arrival } = await setupWard()
    const key = newKey()
    const repeat = () => record(backend, headers, arrival.arrivalId, { event: 'met' }, key)
    const first = await repeat()
    const again = await repeat()

    await change(backend, officer.officerId, changes)
    const after = await repeat()

    expect([first.status, again.json]).toEqual([201, first.json])
    expect(after.json.code).toBe(code)
  })

  it.each<[string, OfficerRole, (headers: Headers, backend: TestBackend) => Promise<object>]>([
    [
      'a paper',
      'ward',
      async (headers, backend) => {
        const path = `/v1/papers/${await receivePaper(backend, headers)}/set-aside`
        return { method: 'POST', path, body: { reason: 'nộp trùng' } }
      },
    ],
    [
      'a point',
      'ward',
      async () => {
        const units = { placesVersion: '2021-03', provinceCode: '46', districtCode: '474' }
        const address = { ...units, wardCode: '19777', street: '2 Trần Hưng Đạo' }
        return { method: 'POST', path: '/v1/points', body: { name: 'Trạm y tế', address } }
      },
    ],
  ])('has no part in %s any more', async (_what, role, prepare) => {
    const backend = await setup()
    const { officer, headers } = await signInOfficer(backend, role, ['19777'])
    const asked = Object(await prepare(headers, backend))
    const key = { 'idempotency-key': newKey(), ...headers }
    const repeat = () => send(backend, asked.method, asked.path, asked.body, key)
    const first = await repeat()

    await change(backend, officer.officerId, demoted)

    expect(first.status).toBeLessThan(300)
    expect((await repeat()).json.code).toBe('forbidden')
  })

  it('asks for the results of nobody whom they looked up elsewhere', async () => {
    const backend = await setup()
    await declare(backend, await signIn(backend))
    const { officer, headers } = await signInOfficer(backend, 'ward', ['19777'])
    const { json } = await inspect(backend, headers, { by: 'id-number', idNumber: '046190001234' })
    const [person] = Array.isArray(json.people) ? json.people : []
    const subject = { by: 'person', inspectionId: json.inspectionId, personId: person.personId }
    const request = { reason: 'checkpoint', post: 'ga-hue', subject }
    const ask = () => send(backend, 'POST', '/v1/inspections/results', request, headers)
    const first = await ask()

    await change(backend, officer.officerId, moved)

    expect([first.status, (await ask()).status]).toEqual([201, 404])
  })
})

describe('whoever manages a venue no more', () => {
  it('is not given its poster again by an earlier key', async () => {
    const backend = await setup()
    const { owner, path } = await setupVenue(backend)
    const manager = await signIn(backend, '+84905000002')
    const staff = { phone: '0905000002', role: 'manager' }
    const { json } = await send(backend, 'POST', `${path}/staff`, staff, owner)
    const key = { 'idempotency-key': newKey(), ...manager }
    const repeat = () => send(backend, 'POST', `${path}/posters`, {}, key)
    const first = await repeat()

    await send(backend, 'DELETE', `${path}/staff/${json.staffId}`, undefined, owner)

    expect([first.status, (await repeat()).status]).toEqual([201, 404])
  })
})
