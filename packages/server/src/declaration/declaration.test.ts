import { verifyQr } from '@kbyt/sdk/qr'
import { filedDeclarationSchema, findDeclarationsEndpoint, keySetSchema } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import {
  child,
  declare,
  makeDeclaration,
  makeDeclared,
  makePerson,
  newKey,
  send,
  setup,
  signIn,
  startMs,
} from '../backend.setup.js'
import { defaultConfig } from '../portal/default-config.js'

const dayMs = 86_400_000
const filedListSchema = findDeclarationsEndpoint.output
const issuesOf = (json: Record<string, unknown>) =>
  (Array.isArray(json.issues) ? json.issues : []).map(({ path, code }) => `${path} ${code}`)

async function declareOnce(declaration: unknown) {
  const backend = await setup()
  return declare(backend, await signIn(backend), declaration)
}

describe('what is taken', () => {
  it('signs one pass per person, valid for seven days, with facts and no symptoms', async () => {
    const backend = await setup()
    const sick = child()
    const { json } = await declare(
      backend,
      await signIn(backend),
      makeDeclaration(makeDeclared(), { ...sick, health: { ...sick.health, symptoms: ['fever'] } }),
    )
    const filed = filedDeclarationSchema.parse(json)
    const jwks = await send(backend, 'GET', '/.well-known/jwks.json')
    const { keys } = keySetSchema.parse(jwks.json)

    const passes = await Promise.all(
      filed.people.map(({ pass }) =>
        verifyQr(pass.text, { trust: { issuer: defaultConfig.issuer, keys }, now: startMs }),
      ),
    )

    expect(passes).toMatchObject([
      { displayName: 'N.T.P. Thảo', birthYear: 1990, idEnding: '234', shouldAskOfficer: false },
      { displayName: 'N.V. Bé', birthYear: 2018, idEnding: '000', shouldAskOfficer: false },
    ])
    expect(passes[0]?.validUntil).toBe(new Date(startMs + 7 * dayMs).toISOString())
  })

  it('74: stores NFC, whatever was typed', async () => {
    const typed = makeDeclared({ fullName: '  Nguyễn   Thị Hòa '.normalize('NFD') })
    const { json } = await declareOnce(makeDeclaration(typed))

    const [person] = filedDeclarationSchema.parse(json).people

    expect(person?.person.fullName).toBe('Nguyễn Thị Hòa'.normalize('NFC'))
  })

  it('stores one form of phones and numbers', async () => {
    const typed = makeDeclared({
      phone: '0905 123 456',
      identityDocument: { type: 'passport', number: 'b 123.4567' },
    })
    const { json } = await declareOnce(makeDeclaration(typed))

    const [person] = filedDeclarationSchema.parse(json).people

    expect(person?.person).toMatchObject({
      phone: '+84905123456',
      identityDocument: { number: 'B1234567' },
    })
  })

  it('two hundred a day from one phone, or as many as the host says, and then says when', async () => {
    const backend = await setup({ declarationsPerPhoneDay: 2 })
    const headers = await signIn(backend)
    const key = { 'idempotency-key': newKey() }
    await declare(backend, { ...headers, ...key })
    await declare(backend, headers)

    const again = await declare(backend, { ...headers, ...key })
    const third = await declare(backend, headers)
    const other = await declare(backend, await signIn(backend, '+84905999999'))
    backend.clock.at += dayMs
    const nextDay = await declare(backend, await signIn(backend))

    expect([again.status, third.status, other.status, nextDay.status]).toEqual([201, 429, 201, 201])
    expect(third.json).toMatchObject({ code: 'rate_limited', retryAfterSeconds: 86_400 })
    expect(third.headers.get('retry-after')).toBe('86400')
  })

  it('an address on an island district that has no wards', async () => {
    const address = { ...makePerson().address, districtCode: '471', wardCode: undefined }

    const { status } = await declareOnce(makeDeclaration(makeDeclared({ address })))

    expect(status).toBe(201)
  })

  it('71: ignores fields that are not the declarer’s to set', async () => {
    const { json } = await declareOnce({
      ...makeDeclaration(),
      status: 'verified',
      unitId: '19777',
      declaredAt: '2020-01-01T00:00:00Z',
      channel: 'paper',
    })

    expect(json).toMatchObject({ channel: 'self', declaredAt: new Date(startMs).toISOString() })
    expect(json).not.toHaveProperty('status')
  })

  it('76: keeps mark-up as text where a line is free, and refuses it in a name', async () => {
    const markup = '"><img onerror=alert(1)>'
    const address = { ...makePerson().address, street: markup }
    const taken = await declareOnce(makeDeclaration(makeDeclared({ address })))
    const refused = await declareOnce(makeDeclaration(makeDeclared({ fullName: markup })))

    expect(taken.json).toMatchObject({ people: [{ person: { address: { street: markup } } }] })
    expect(taken.headers.get('content-type')).toBe('application/json')
    expect(issuesOf(refused.json)).toEqual(['people.0.person.fullName name_characters'])
  })
})

describe('what is refused, at its field', () => {
  it('72: nine zeros for an adult', async () => {
    const adult = makeDeclared({ identityDocument: { type: 'child', number: '000000000' } })
    const { status, json } = await declareOnce(makeDeclaration(adult))

    expect(status).toBe(400)
    expect(issuesOf(json)).toEqual([
      'people.0.person.identityDocument.number document_placeholder_adult',
    ])
  })

  it.each([
    ['bidi', 'Nguyễn \u202EAn'],
    ['zero width', 'Nguyễn\u200BAn'],
    ['joiner', 'Nguyễn\u034F An'],
    ['filler', 'Nguyễn\u3164'],
    ['Cyrillic', 'Nguyễn Vаn'],
    ['full width', 'Ｎguyễn'],
    ['zalgo', 'Nguye\u0302\u0303\u0301\u0300n'],
    ['tags', 'Nguyễn\u{E0041}'],
    ['emoji', 'Nguyễn 😀'],
    ['NUL', 'Nguyễn\u0000An'],
  ])('73: %s in a name', async (_name, fullName) => {
    const { status, json } = await declareOnce(makeDeclaration(makeDeclared({ fullName })))

    expect(status).toBe(400)
    expect(issuesOf(json).join()).toContain('people.0.person.fullName')
  })

  it.each([
    ['1899', 'birth_year_range'],
    ['2999', 'birth_date_future'],
    ['٢٠٠٠', 'birth_date_impossible'],
    ['2020-02-31', 'birth_date_impossible'],
  ])('75: %s as birth year', async (bornOn, code) => {
    const { json } = await declareOnce(makeDeclaration(makeDeclared({ bornOn })))

    expect(issuesOf(json)).toEqual([`people.0.person.bornOn ${code}`])
  })

  it.each([
    [{ wardCode: '99999' }, 'wardCode place_unknown'],
    [{ districtCode: '479' }, 'districtCode place_unknown'],
    [{ provinceCode: '99' }, 'provinceCode place_unknown'],
    [{ wardCode: undefined }, 'wardCode required'],
    [{ wardCode: undefined, districtCode: undefined }, 'wardCode required'],
    [{ districtCode: '471' }, 'districtCode place_unknown'],
    [{ placesVersion: '2025-07' }, 'wardCode place_unknown'],
  ])('an address that does not exist: %j', async (wrong, issue) => {
    const address = { ...makePerson().address, ...wrong }
    const { json } = await declareOnce(makeDeclaration(makeDeclared({ address })))

    expect(issuesOf(json)).toEqual([`people.0.person.address.${issue}`])
  })

  it('a declaration without consent, or before the form opens', async () => {
    const silent = await declareOnce({ ...makeDeclaration(), consents: [] })
    const forms = [{ kind: 'domestic' as const, opensAt: new Date(startMs + 1).toISOString() }]
    const backend = await setup({ config: { ...defaultConfig, forms } })
    const early = await declare(backend, await signIn(backend))

    expect(issuesOf(silent.json)).toEqual(['consents.epidemic-control consent_missing'])
    expect([early.status, early.json.code]).toEqual([403, 'form_closed'])
  })
})

describe('persons', () => {
  const personIds = (json: Record<string, unknown>) =>
    filedDeclarationSchema.parse(json).people.map(({ personId }) => personId)

  it('72: never merges two children by their nine zeros, nor one child of two declarers', async () => {
    const backend = await setup()
    const mother = await signIn(backend)
    const sister = { ...child(), person: { ...child().person, fullName: 'Nguyễn Thị Na' } }
    const [be, na] = personIds(
      (await declare(backend, mother, makeDeclaration(child(), sister))).json,
    )
    const [beAgain] = personIds((await declare(backend, mother, makeDeclaration(child()))).json)
    const aunt = await signIn(backend, '0905123457')
    const [beOfAunt] = personIds((await declare(backend, aunt, makeDeclaration(child()))).json)

    expect(beAgain).toBe(be)
    expect(new Set([be, na, beOfAunt]).size).toBe(3)
  })

  it('meets a person by document, whoever declares, and a CMND of 12 digits in its CCCD', async () => {
    const backend = await setup()
    const number = '046190001234'
    const self = makeDeclared({ identityDocument: { type: 'cccd', number } })
    const relative = makeDeclared({ identityDocument: { type: 'cmnd', number } }, 'sibling')
    const first = await declare(backend, await signIn(backend), makeDeclaration(self))
    const other = await signIn(backend, '0905123457')

    const second = await declare(backend, other, makeDeclaration(relative))

    expect(personIds(second.json)).toEqual(personIds(first.json))
  })

  it('meets a person of whom many are the first to tell, all at once', async () => {
    const backend = await setup()
    const phones = ['0905123456', '0905123457', '0905123458']
    const sessions = []
    for (const phone of phones) sessions.push(await signIn(backend, phone))

    const filed = await Promise.all(sessions.map((headers) => declare(backend, headers)))

    expect(filed.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(filed.flatMap(({ json }) => personIds(json))).size).toBe(1)
  })
})

describe('finding and withdrawing', () => {
  it('shows the same pass again, marks the older one, and knows when it ended', async () => {
    const backend = await setup()
    const headers = await signIn(backend)
    const first = await declare(backend, headers)
    backend.clock.at += 60_000
    const second = await declare(backend, headers)
    const found = await send(backend, 'GET', '/v1/declarations?kind=domestic', undefined, headers)

    expect(found.json.declarations).toEqual([second.json, { ...first.json, isSuperseded: true }])

    backend.clock.at += 8 * dayMs
    const later = await signIn(backend)
    const { json } = await send(backend, 'GET', '/v1/declarations', undefined, later)

    expect(json).toMatchObject({
      declarations: [{ people: [{ pass: { state: 'expired' } }] }, {}],
    })
  })

  it('marks none that still has the newest pass of somebody: one phone declares for many', async () => {
    const backend = await setup()
    const headers = await signIn(backend)
    const family = makeDeclaration(makeDeclared(), child())
    const grandmother = makeDeclared({
      identityDocument: { type: 'cccd', number: '046150004321' },
      bornOn: '1950',
    })
    const marks = async () => {
      const { json } = await send(backend, 'GET', '/v1/declarations', undefined, headers)
      return filedListSchema.parse(json).declarations.map(({ isSuperseded }) => isSuperseded)
    }
    for (const people of [family.people, [grandmother], [makeDeclared()]]) {
      await declare(backend, headers, makeDeclaration(...people))
      backend.clock.at += 60_000
    }
    const inParts = await marks()

    await declare(backend, headers, makeDeclaration(child()))

    expect(inParts).toEqual([false, false, false])
    expect(await marks()).toEqual([false, false, false, true])
  })

  it('shows nobody else’s, and withdraws only one’s own', async () => {
    const backend = await setup()
    const owner = await signIn(backend)
    const { json } = await declare(backend, owner)
    const stranger = await signIn(backend, '0905123457')
    const path = `/v1/declarations/${json.declarationId}/withdraw`
    const withdraw = (headers: Record<string, string>) =>
      send(backend, 'POST', path, undefined, { 'idempotency-key': newKey(), ...headers })

    const foreign = await withdraw(stranger)
    const own = await withdraw(owner)
    const again = await withdraw(owner)
    const found = await send(backend, 'GET', '/v1/declarations', undefined, stranger)

    expect([foreign.status, foreign.json.code]).toEqual([404, 'declaration_not_found'])
    expect(own.json).toMatchObject({ people: [{ pass: { state: 'withdrawn' } }] })
    expect(again.json).toEqual(own.json)
    expect(found.json).toEqual({ declarations: [] })
  })

  it('ends with the session: by request, and after 30 minutes', async () => {
    const backend = await setup()
    const ended = await signIn(backend)
    const idle = await signIn(backend)
    const end = await send(backend, 'DELETE', '/v1/sessions/current', undefined, ended)
    const afterEnd = await declare(backend, ended)
    backend.clock.at += 30 * 60_000
    const afterTime = await declare(backend, idle)

    expect(end.status).toBe(204)
    expect([afterEnd.json.code, afterTime.json.code]).toEqual([
      'session_expired',
      'session_expired',
    ])
  })
})
