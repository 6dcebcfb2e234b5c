import { verifyQr } from '@kbyt/sdk/qr'
import {
  type EntryDeclaration,
  filedDeclarationSchema,
  inspectionSchema,
  type Journey,
  keySetSchema,
} from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import {
  child,
  declare,
  inspect,
  makeDeclaration,
  newKey,
  send,
  setup,
  signIn,
  signInOfficer,
  startMs,
} from '../backend.setup.js'
import { config, hanoian, journey, makeEntry, origin, places, stay } from '../entry.setup.js'

const dayMs = 86_400_000

async function setupEntry(declaration: EntryDeclaration = makeEntry()) {
  const backend = await setup({ config, places })
  const citizen = await signIn(backend)
  const { status, json } = await declare(backend, citizen, declaration)
  return { backend, citizen, status, json }
}

async function setupFiled(declaration?: EntryDeclaration) {
  const { json, ...rest } = await setupEntry(declaration)
  const jwks = await send(rest.backend, 'GET', '/.well-known/jwks.json')
  const { keys } = keySetSchema.parse(jwks.json)
  const filed = filedDeclarationSchema.parse(json)
  const passes = filed.people.map(({ pass }) =>
    verifyQr(pass.text, { trust: { issuer: config.issuer, keys }, now: rest.backend.clock.at }),
  )
  return { ...rest, filed, passes: await Promise.all(passes) }
}

describe('a portal whose form is not open', () => {
  it('answers form_closed', async () => {
    const backend = await setup({ config: { ...config, forms: [{ kind: 'domestic' }] }, places })

    const { status, json } = await declare(backend, await signIn(backend), makeEntry())

    expect([status, json.code]).toEqual([403, 'form_closed'])
  })
})

describe('what is taken', () => {
  it('signs one pass per person with where from and where to', async () => {
    const { filed, passes } = await setupFiled(makeEntry({}, [hanoian, child()]))

    expect(filed).toMatchObject({ kind: 'entry', channel: 'self', journey })
    expect(passes).toMatchObject(
      Array.from({ length: 2 }, () => ({
        kind: 'entry',
        shouldAskOfficer: false,
        entry: {
          placesVersion: config.placesVersion,
          destinationWard: '19777',
          stays: [{ wardCode: '00001', firstDaysBefore: 11, lastDaysBefore: 0 }],
        },
      })),
    )
  })

  it.each([
    ['in two days', '2021-03-05T11:30:00+07:00', 3 + 14],
    ['in two days to the second', '2021-03-05T08:00:00+07:00', 2 + 14],
    ['14 days ago', '2021-02-17T08:00:00+07:00', 1],
  ])('makes passes valid until 14 days after an arrival %s', async (_, arrivalAt, days) => {
    const departureAt = '2021-02-16T08:00:00+07:00'
    const within = { origin: journey.destination, stays: [] }

    const { passes } = await setupFiled(makeEntry({ ...within, arrivalAt, departureAt }))

    expect(passes[0]?.validUntil).toBe(new Date(startMs + days * dayMs).toISOString())
  })

  it('has an officer asked for whoever was abroad', async () => {
    const abroad = { level: 'country', code: 'KR', from: '2021-02-20', to: '2021-02-22' } as const

    const { passes } = await setupFiled(
      makeEntry({}, [{ ...hanoian, recentPlaces: [abroad] }, child()]),
    )

    expect(passes.map(({ shouldAskOfficer }) => shouldAskOfficer)).toEqual([true, false])
  })

  it('stores one form of every text and number', async () => {
    const typed = { ...origin, hamlet: ' Tổ   12 '.normalize('NFD') }

    const { filed } = await setupFiled(
      makeEntry({
        origin: typed,
        stays: [{ ...stay, hamlet: typed.hamlet }],
        vehicleNumber: ' SE1 ',
        hostName: 'Khách sạn  Hương Giang'.normalize('NFD'),
        hostPhone: '0234.3822.122',
      }),
    )

    expect(filed.journey).toEqual({
      ...journey,
      hostName: 'Khách sạn Hương Giang',
      hostPhone: '+842343822122',
    })
  })

  it('finds and withdraws it beside the domestic one, which it does not supersede', async () => {
    const { backend, citizen, filed } = await setupFiled()
    const key = { 'idempotency-key': newKey() }
    const path = `/v1/declarations/${filed.declarationId}/withdraw`
    await declare(backend, citizen, makeDeclaration())

    const found = await send(backend, 'GET', '/v1/declarations?kind=entry', undefined, citizen)
    const withdrawn = await send(backend, 'POST', path, undefined, { ...key, ...citizen })

    expect(found.json.declarations).toEqual([filed])
    expect(withdrawn.json).toMatchObject({
      journey,
      isSuperseded: false,
      people: [{ pass: { state: 'withdrawn' } }],
    })
  })
})

describe('what is refused, at its field', () => {
  const { hamlet: _, ...withoutHamlet } = origin

  it.each<[string, Partial<Journey>, string]>([
    ['an origin without hamlet', { origin: withoutHamlet }, 'origin.hamlet hamlet_required'],
    ['no stay', { stays: [] }, 'stays stay_missing'],
    [
      'an origin in no province',
      { origin: { ...origin, provinceCode: '99' } },
      'origin.provinceCode place_unknown',
    ],
    [
      'an origin in no ward',
      { origin: { ...withoutHamlet, hamlet: 'Tổ 1', wardCode: '00002' } },
      'origin.wardCode place_unknown',
    ],
    [
      'a destination without district',
      { destination: { ...journey.destination, districtCode: undefined } },
      'destination.districtCode district_required',
    ],
    [
      'a destination without ward',
      { destination: { ...journey.destination, wardCode: undefined } },
      'destination.wardCode required',
    ],
    [
      'a stay in another district',
      { stays: [stay, { ...stay, districtCode: '474' }] },
      'stays.1.districtCode place_unknown',
    ],
    ['a post of another portal', { post: 'ga-da-nang' }, 'post post_unknown'],
  ])('%s', async (_name, changes, issue) => {
    const { status, json } = await setupEntry(makeEntry(changes))
    const issues = Array.isArray(json.issues) ? json.issues : []

    expect(status).toBe(400)
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual([`journey.${issue}`])
  })
})

describe('what an officer sees', () => {
  const byNumber = { by: 'id-number', idNumber: '046190001234' }

  it('is the registration with its journey under the entry tab alone', async () => {
    const { backend } = await setupEntry()
    const { headers } = await signInOfficer(backend)

    const entry = await inspect(backend, headers, byNumber, { kind: 'entry' })
    const domestic = await inspect(backend, headers, byNumber)

    expect(inspectionSchema.parse(entry.json).people).toMatchObject([{ kind: 'entry', journey }])
    expect(domestic.json.people).toEqual([])
  })

  it.each([
    ['19777', 1],
    ['00001', 0],
  ])('belongs to the ward of the destination: %s sees %i', async (ward, count) => {
    const { backend } = await setupEntry()
    const { headers } = await signInOfficer(backend, 'ward', [ward])
    const byPhone = { by: 'phone', phone: '0905 123 456' }

    const found = await inspect(backend, headers, byNumber, { kind: 'entry' })
    const family = await inspect(backend, headers, byPhone, { kind: 'entry' })

    expect([found.json.people, family.json.candidates]).toEqual([
      expect.objectContaining({ length: count }),
      expect.objectContaining({ length: count }),
    ])
  })

  it('is found by the pass, whose facts show the way', async () => {
    const { backend, filed } = await setupFiled()
    const { headers } = await signInOfficer(backend)
    const qr = filed.people[0]?.pass.text

    const { json } = await inspect(backend, headers, { by: 'qr', qr }, { kind: 'entry' })

    expect(json).toMatchObject({
      pass: { entry: { destinationWard: '19777' } },
      people: [{ journey }],
    })
  })
})
