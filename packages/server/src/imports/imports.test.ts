import { describe, expect, it } from 'vitest'
import {
  declare,
  makeDeclaration,
  makePerson,
  send,
  setup,
  signIn,
  signInOfficer,
} from '../backend.setup.js'
import {
  bluezoneKey,
  makeLine,
  sendImport,
  setupImports,
  signImport,
  toBody,
} from './imports.setup.js'

const minute = 60_000

describe('an import', () => {
  it('takes each line once, and says what became of it', async () => {
    const backend = await setupImports()
    const line = makeLine()

    const { status, json } = await sendImport(backend, toBody(line, '', makeLine(), 'no json'))

    expect(status).toBe(200)
    expect(json).toMatchObject({
      receivedAt: '2021-03-03T01:00:00.000Z',
      accepted: 1,
      duplicates: 1,
      invalid: 1,
      results: [
        { line: 1, result: 'accepted' },
        { line: 3, result: 'duplicate', duplicateOf: 'import' },
        { line: 4, result: 'invalid', fault: 'line-malformed' },
      ],
    })
  })

  it('sent twice is one import', async () => {
    const backend = await setupImports()
    const body = toBody(makeLine(), makeLine({ declaredAt: '2021-03-02T07:00:00.000+07:00' }))

    const first = await sendImport(backend, body)
    const again = await sendImport(backend, body)

    expect([first.json.accepted, first.json.duplicates]).toEqual([2, 0])
    expect([again.json.accepted, again.json.duplicates]).toEqual([0, 2])
  })

  it('knows a declaration that another system passes on', async () => {
    const backend = await setupImports()
    const line = makeLine({ fullName: 'Nguyễn Thị Thảo', declaredAt: '2021-03-03T00:00:00Z' })
    await sendImport(backend, toBody(line))
    const other = toBody({ ...line, externalId: 'b1', fullName: 'NGUYEN THI THAO' })

    const token = await signImport(other, { iss: 'bluezone' }, {}, bluezoneKey)
    const { json } = await sendImport(backend, other, token)

    expect(json.results).toEqual([{ line: 1, result: 'duplicate', duplicateOf: 'import' }])
  })

  it('refuses an id that stood for something else', async () => {
    const backend = await setupImports()
    const line = makeLine()
    await sendImport(backend, toBody(line))

    const { json } = await sendImport(backend, toBody({ ...line, hasSymptom: true }))

    expect(json.results).toEqual([{ line: 1, result: 'invalid', fault: 'external-id-reused' }])
  })

  it.each([
    ['ten minutes before', -10, 'duplicate'],
    ['nine minutes after', 9, 'duplicate'],
    ['eleven minutes before', -11, 'accepted'],
  ])('of what was declared here %s: %s', async (_name, minutes, result) => {
    const backend = await setupImports()
    await declare(backend, await signIn(backend))
    const declaredAt = new Date(backend.clock.at + minutes * minute).toISOString()
    backend.clock.at += 4 * minute

    const { json } = await sendImport(backend, toBody(makeLine({ declaredAt })))

    expect(json.results[0]).toMatchObject({
      result,
      ...(result === 'duplicate' && { duplicateOf: 'declaration' }),
    })
  })

  it.each([
    ['nobody named', { identityDocument: undefined }, 'identityDocument', 'required'],
    [
      'a child without phone and name',
      { identityDocument: { type: 'child' as const, number: '000000000' } },
      'identityDocument',
      'required',
    ],
    [
      'a number that is none',
      { identityDocument: { type: 'cccd' as const, number: '1' } },
      'identityDocument.number',
      'document_format',
    ],
    ['no moment', { declaredAt: 'today' }, 'declaredAt', 'invalid_format'],
    ['the future', { declaredAt: '2021-03-03T02:00:00Z' }, 'declaredAt', 'date_outside_window'],
    ['long ago', { declaredAt: '2020-12-03T02:00:00Z' }, 'declaredAt', 'date_outside_window'],
    ['a hidden character', { fullName: 'An\u202e' }, 'fullName', 'name_characters'],
  ])('names what is wrong with a line: %s', async (_name, overrides, path, code) => {
    const backend = await setupImports()

    const { json } = await sendImport(backend, toBody(makeLine(overrides)))

    expect(json.results).toEqual([
      { line: 1, result: 'invalid', fault: 'line-invalid', issues: [{ path, code }] },
    ])
  })

  it('opens a screening where the ward is known', async () => {
    const backend = await setupImports()
    const { headers } = await signInOfficer(backend, 'health-station', ['19777'])
    const sick = { ...makePerson(), phone: '0905123456', hasSymptom: true, symptoms: ['fever'] }
    const body = toBody(makeLine(sick), makeLine({ hasSymptom: true, hasContact: true }))

    const { json } = await sendImport(backend, body)
    const found = await send(backend, 'GET', '/v1/screenings', undefined, headers)

    expect(json.accepted).toBe(2)
    expect(found.json.screenings).toMatchObject([
      {
        declarerPhone: '+84905123456',
        person: { fullName: 'Nguyễn Thị Phương Thảo' },
        health: { symptoms: ['fever'] },
        severity: 2,
      },
    ])
  })
})

describe('a hostile import', () => {
  const body = toBody(makeLine())

  it.each([
    [
      'its body was changed',
      async () => sendToken(await signImport(body), `${body}\n`),
      'import_forged',
    ],
    [
      'its body was cut',
      async () => sendToken(await signImport(body), body.slice(0, -9)),
      'import_forged',
    ],
    [
      'its signature is of another key',
      async () => sendToken(await signImport(body, {}, { kid: bluezoneKey.kid })),
      'import_forged',
    ],
    [
      'it says another source than its key',
      async () => sendToken(await signImport(body, { iss: 'bluezone' })),
      'import_forged',
    ],
    [
      'it is meant for another portal',
      async () => sendToken(await signImport(body, { aud: 'da-nang' })),
      'import_forged',
    ],
    [
      'its key is unknown',
      async () => sendToken(await signImport(body, {}, { kid: '00000000' })),
      'key_unknown',
    ],
    [
      'its token is of another type',
      async () => sendToken(await signImport(body, {}, { typ: 'kbyt-pass' })),
      'key_unknown',
    ],
    [
      'it is replayed after five minutes',
      async () => sendToken(await signImport(body, { iat: 1614733199 - 300 })),
      'import_stale',
    ],
    [
      'it is signed ahead',
      async () => sendToken(await signImport(body, { iat: 1614733201 + 300 })),
      'import_stale',
    ],
    ['it has no token', async () => sendToken('kbyt_pk_partner'), 'key_unknown'],
  ])('is refused whole: %s', async (_name, run, code) => {
    expect(await run()).toMatchObject({ status: 401, json: { code } })
  })

  async function sendToken(token: string, sent = body) {
    return sendImport(await setupImports(), sent, token)
  }

  it('is refused unsigned, whatever `alg` says', async () => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const [, claims] = (await signImport(body)).split('.')
    const token = `${encode({ alg: 'none', typ: 'kbyt-import' })}.${claims}.AA`

    expect(await sendToken(token)).toMatchObject({ status: 401, json: { code: 'key_unknown' } })
  })

  it('is refused where no source is configured', async () => {
    const answer = await sendImport(await setup(), body)

    expect(answer).toMatchObject({ status: 401, json: { code: 'key_unknown' } })
  })

  it('is refused from a page', async () => {
    const backend = await setupImports()

    const answer = await sendImport(backend, body, undefined, { origin: 'https://kbyt.example' })

    expect(answer).toMatchObject({ status: 403, json: { code: 'origin_not_allowed' } })
  })

  it.each([
    ['a line of 16 kB and one byte', 'line-too-long', `{"x":"${'a'.repeat(16_384 - 7)}"}`],
    ['a line that is not UTF-8', 'line-malformed', Uint8Array.of(0x7b, 0xff, 0x7d)],
    ['a line with a key twice', 'line-malformed', '{"externalId":"1","externalId":"2"}'],
    ['a line nested too deep', 'line-malformed', `${'['.repeat(40)}${']'.repeat(40)}`],
    ['a line of a list', 'line-invalid', '[]'],
  ])('loses %s alone', async (_name, fault, text) => {
    const backend = await setupImports()
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const after = new TextEncoder().encode(`\n${toBody(makeLine())}`)

    const { status, json } = await sendImport(backend, new Uint8Array([...bytes, ...after]))

    expect(status).toBe(200)
    expect(json.results).toMatchObject([{ result: 'invalid', fault }, { result: 'accepted' }])
  })

  it('of 10,001 lines is refused before any is looked at, of 10 MB and a byte before it is read', async () => {
    const backend = await setupImports()
    const many = '{}\n'.repeat(10_001)
    const long = 'x'.repeat(10_485_761)

    const answers = [await sendImport(backend, many), await sendImport(backend, long)]

    expect(answers[0]).toMatchObject({
      status: 400,
      json: { code: 'input_invalid', issues: [{ path: 'body', code: 'too_many' }] },
    })
    expect(answers[1]).toMatchObject({ status: 413, json: { code: 'body_too_large' } })
  })
})

it('shows no name, number, phone or token in any log line', async () => {
  const backend = await setupImports()
  const canary = { fullName: 'Chim Hoàng Yến', phone: '0905777888', externalId: 'to-khai-canary' }
  const body = toBody(makeLine({ ...canary, hasSymptom: true }), `${JSON.stringify(canary)}{`)
  const token = await signImport(body)

  await sendImport(backend, body, token)
  await sendImport(backend, `${body} `, token)
  await declare(backend, await signIn(backend), makeDeclaration())

  const lines = backend.logged.map((event) => JSON.stringify(event)).join('\n')
  const secrets = ['Hoàng', '905777888', 'to-khai', '046190001234', token.slice(-40)]
  expect(lines).toContain('"event":"import"')
  for (const secret of secrets) expect(lines).not.toContain(secret)
})
