import { ownPointSchema, pointPageSchema } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import {
  declare,
  makeDeclaration,
  newKey,
  send,
  setup,
  signIn,
  signInOfficer,
  type TestBackend,
} from '../backend.setup.js'
import { makeVenue } from '../venue/venue.setup.js'

const { address } = makeVenue()

function createPoint(
  backend: TestBackend,
  headers: Record<string, string>,
  changes: object = {},
  key = newKey(),
) {
  const point = { name: 'Trạm y tế phường Vỹ Dạ', address, ...changes }
  return send(backend, 'POST', '/v1/points', point, { 'idempotency-key': key, ...headers })
}

describe('a declaration point', () => {
  it('has a poster for each form, and a name for everybody', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend, 'ward', ['19777'])

    const { json } = await createPoint(backend, headers)
    const { pointCode, posters } = ownPointSchema.parse(json)
    const shown = await send(backend, 'GET', `/v1/points/${pointCode}`)

    expect(posters).toEqual({
      domestic: `https://kbyt.example/kbyt?diem=${pointCode}`,
      entry: `https://kbyt.example/khaibao?diem=${pointCode}`,
    })
    expect(shown.json).toEqual({ pointCode, name: 'Trạm y tế phường Vỹ Dạ', address })
  })

  it('sent twice with one key is one point', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend, 'ward', ['19777'])

    const first = await createPoint(backend, headers, {}, '"once"')
    const second = await createPoint(backend, headers, {}, '"once"')
    const { json } = await send(backend, 'GET', '/v1/points', undefined, headers)

    expect(second.json).toEqual(first.json)
    expect(json).toEqual({ points: [first.json] })
  })

  it.each([
    ['ward', ['19960'], 403],
    ['ward', ['474'], 201],
    ['province', ['46'], 201],
    ['administrator', ['46'], 201],
    ['checkpoint', ['46'], 403],
    ['inspector', ['46'], 403],
  ] as const)('is set up by a %s of %j with %d', async (role, areas, expected) => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend, role, [...areas])

    const { status } = await createPoint(backend, headers)

    expect(status).toBe(expected)
  })

  it('is not set up in a ward that is none, or when nothing can be put on record', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend, 'province', ['46'])
    const nowhere = await createPoint(backend, headers, {
      address: { ...address, wardCode: '19999' },
    })
    backend.store.audit.append = () => Promise.reject(new Error('disk'))
    const unrecorded = await createPoint(backend, headers)

    expect(nowhere.json.issues).toEqual([{ path: 'address.wardCode', code: 'place_unknown' }])
    expect([unrecorded.status, unrecorded.json.code]).toEqual([503, 'audit_unavailable'])
  })

  it('is listed page by page to those of its area', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend, 'ward', ['19777'])
    const other = await signInOfficer(backend, 'ward', ['19960'])
    for (const name of ['A', 'B', 'C']) {
      backend.clock.at += 1
      await createPoint(backend, headers, { name })
    }
    const find = async (query: string, by = headers) => {
      const { json } = await send(backend, 'GET', `/v1/points${query}`, undefined, by)
      return pointPageSchema.parse(json)
    }

    const first = await find('?limit=2')
    const second = await find(`?limit=2&cursor=${first.nextCursor}`)

    expect([...first.points, ...second.points].map(({ name }) => name)).toEqual(['C', 'B', 'A'])
    expect(second.nextCursor).toBeUndefined()
    expect((await find('', other.headers)).points).toEqual([])
  })

  it('stands on the declarations made there, and an unknown one warns the operator alone', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend, 'ward', ['19777'])
    const { json } = await createPoint(backend, headers)
    const citizen = await signIn(backend)
    const declareAt = (point: unknown) => declare(backend, citizen, { ...makeDeclaration(), point })

    const known = await declareAt(json.pointCode)
    const unknown = await declareAt('ABCDEFGH')
    const malformed = await declareAt('trạm y tế')

    expect([known.json.point, unknown.json.point]).toEqual([json.pointCode, 'ABCDEFGH'])
    expect(malformed.json.issues).toEqual([{ path: 'point', code: 'invalid_format' }])
    expect(backend.logged.filter(({ event }) => event === 'declaration_point_unknown')).toEqual([
      { level: 'warn', event: 'declaration_point_unknown', point: 'ABCDEFGH' },
    ])
  })

  it('closed is gone for everybody, and was never there for another ward', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend, 'ward', ['19777'])
    const other = await signInOfficer(backend, 'ward', ['19960'])
    const { json } = await createPoint(backend, headers)
    const path = `/v1/points/${json.pointCode}`
    const close = async (by: Record<string, string>) =>
      (await send(backend, 'DELETE', path, undefined, by)).status

    const statuses = [await close(other.headers), await close(headers), await close(headers)]
    const shown = await send(backend, 'GET', path)

    expect([statuses, shown.status]).toEqual([[404, 204, 404], 404])
  })
})
