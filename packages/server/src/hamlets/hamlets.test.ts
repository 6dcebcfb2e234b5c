import { hamletListSchema } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import { fillDisk } from '../audit/fill-disk.setup.js'
import { findAuditFault } from '../audit/find-audit-fault.js'
import { send, setup, signInOfficer, type TestBackend } from '../backend.setup.js'

const ward = '19777'
const path = '/v1/places/hamlets'

const read = (backend: TestBackend, query = `?ward=${ward}`) =>
  send(backend, 'GET', `${path}${query}`)

const write = (
  backend: TestBackend,
  headers: Record<string, string>,
  hamlets: object[],
  place: object = { ward },
) => send(backend, 'PUT', path, { ...place, hamlets }, headers)

const names = (...all: string[]) => all.map((name) => ({ name }))

const listHamlets = (json: unknown) => hamletListSchema.parse(json).hamlets

async function setupWard() {
  const backend = await setup()
  const { officer, headers } = await signInOfficer(backend, 'ward', [ward])
  return { backend, officer, headers }
}

it('answers an empty list where nobody has entered one: people type theirs', async () => {
  const { status, json } = await read(await setup())

  expect(status).toBe(200)
  expect(json).toEqual({ ward, version: '2021-03', hamlets: [] })
})

it('shows everybody what the ward’s officer entered, in that order', async () => {
  const { backend, headers } = await setupWard()

  const written = await write(backend, headers, names('Tổ dân phố 2', 'Tổ dân phố 1'))
  const { json } = await read(backend)

  expect(written.status).toBe(200)
  expect(json).toEqual(written.json)
  expect(listHamlets(json).map(({ name }) => name)).toEqual(['Tổ dân phố 2', 'Tổ dân phố 1'])
})

it('keeps the units of one date apart from those of another', async () => {
  const { backend, headers } = await setupWard()
  await write(backend, headers, names('Tổ 1'))

  expect((await read(backend, `?ward=${ward}&version=2025-07`)).json.hamlets).toEqual([])
})

describe('a list sent again', () => {
  it('keeps the ids of the names it had', async () => {
    const { backend, headers } = await setupWard()
    const first = await write(backend, headers, names('Tổ 1', 'Tổ 2'))

    const again = await write(backend, headers, names('Tổ 1', 'Tổ 2'))
    const changed = await write(backend, headers, names('Tổ 3', '  TỔ  2 '))

    const [, second] = listHamlets(first.json)
    expect(again.json).toEqual(first.json)
    expect(listHamlets(changed.json)[1]).toEqual({ hamletId: second?.hamletId, name: 'TỔ 2' })
  })

  it('renames the hamlet whose id it gives', async () => {
    const { backend, headers } = await setupWard()
    const [old] = listHamlets((await write(backend, headers, names('Tổ 1'))).json)

    const renamed = { hamletId: old?.hamletId, name: 'Tổ dân phố 1' }
    const { json } = await write(backend, headers, [renamed, { name: 'Tổ 1' }])

    const [first, second] = listHamlets(json)
    expect(first).toEqual(renamed)
    expect(second?.hamletId).not.toBe(old?.hamletId)
  })

  it('refuses an id that this ward does not have, and one id for two', async () => {
    const { backend, headers } = await setupWard()
    const [known] = listHamlets((await write(backend, headers, names('Tổ 1'))).json)
    const foreign = '01955a1e-7b2c-7d3e-8f4a-5b6c7d8e9f0a'

    const answers = [
      await write(backend, headers, [{ hamletId: foreign, name: 'Tổ 9' }]),
      await write(backend, headers, [
        { hamletId: known?.hamletId, name: 'Tổ 1' },
        { hamletId: known?.hamletId, name: 'Tổ 2' },
      ]),
    ]

    expect(answers.map(({ json }) => json.code)).toEqual(['input_invalid', 'input_invalid'])
    expect((await read(backend)).json.hamlets).toEqual([known])
  })
})

describe('who may change a ward', () => {
  it.each([
    ['ward', ['19777'], 200],
    ['ward', ['474'], 200],
    ['ward', ['19777', '19960'], 200],
    ['ward', ['19960'], 403],
    ['ward', ['479'], 403],
    ['ward', [], 403],
    ['province', ['46'], 200],
    ['province', ['49'], 403],
    ['administrator', [], 200],
    ['checkpoint', ['46'], 403],
    ['clinic', ['46'], 403],
    ['health-station', ['19777'], 403],
    ['inspector', ['46'], 403],
  ] as const)('answers a %s officer of %j with %i', async (role, areas, status) => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend, role, [...areas])

    const answer = await write(backend, headers, names('Tổ 1'))

    expect(answer.status).toBe(status)
    expect(listHamlets((await read(backend)).json).length).toBe(status === 200 ? 1 : 0)
  })

  it('lets nobody in without a session', async () => {
    const { json } = await write(await setup(), {}, names('Tổ 1'))

    expect(json.code).toBe('session_required')
  })

  it('tells an officer of another ward nothing of a ward that is not there', async () => {
    const { backend, headers } = await setupWard()
    const absent = { ward: '99999' }

    const foreign = await write(backend, headers, names('Tổ 1'), { ward: '19960' })
    const missing = await write(backend, headers, names('Tổ 1'), absent)
    const admin = await signInOfficer(backend, 'administrator', [])
    const known = await write(backend, admin.headers, names('Tổ 1'), absent)

    expect([foreign.json.code, missing.json.code]).toEqual(['forbidden', 'forbidden'])
    expect(known.json.code).toBe('not_found')
  })
})

describe('the names', () => {
  it.each([
    ['a name twice', names('Tổ 1', 'tổ  1'), 'hamlets', 'hamlet_twice'],
    ['an empty name', names(''), 'hamlets.0.name', 'required'],
    ['a name of blanks', names('  '), 'hamlets.0.name', 'required'],
    ['too long a name', names('a'.repeat(101)), 'hamlets.0.name', 'too_long'],
    ['what nobody sees', names('Tổ\u200b1'), 'hamlets.0.name', 'text_characters'],
    [
      'more than a ward has',
      names(...Array.from({ length: 501 }, (_, number) => `Tổ ${number}`)),
      'hamlets',
      'too_many',
    ],
  ])('may not be %s', async (_case, hamlets, issuePath, code) => {
    const { backend, headers } = await setupWard()

    const { status, json } = await write(backend, headers, hamlets)

    expect(status).toBe(400)
    expect(json.issues).toContainEqual(expect.objectContaining({ path: issuePath, code }))
  })

  it('may be 500, each as long as a name may be', async () => {
    const { backend, headers } = await setupWard()
    const long = Array.from({ length: 500 }, (_, number) => `${number} ${'ộ'.repeat(96)}`)

    const { status, json } = await write(backend, headers, names(...long))

    expect(status).toBe(200)
    expect(listHamlets(json).length).toBe(500)
  })
})

describe('the log', () => {
  it('holds who changed which list, and stays whole', async () => {
    const { backend, officer, headers } = await setupWard()

    await write(backend, headers, names('Tổ 1'))

    const row = await backend.store.audit.findLast('main')
    expect(row).toMatchObject({
      officerId: officer.officerId,
      action: 'set hamlets',
      outcome: 'changed',
    })
    expect(await findAuditFault(backend.store.audit, { chain: 'main' })).toBeUndefined()
  })

  it('comes first: no entry, no change', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend, 'ward', [ward])
    fillDisk(backend.store)

    const { json } = await write(backend, headers, names('Tổ 1'))

    expect(json.code).toBe('audit_unavailable')
    expect((await read(backend)).json.hamlets).toEqual([])
  })
})
