import { type Access, contract, fullPath, hasBody } from '@kbyt/sdk/schema'
import { describe, expect, it } from 'vitest'
import {
  declare,
  makeDeclaration,
  makeDeclared,
  newKey,
  ownOrigin,
  phone,
  send,
  setup,
  signIn,
  signInOfficer,
} from '../backend.setup.js'
import { importSources, signImport } from '../imports/imports.setup.js'

const path = '/v1/otp/challenges'
const asked = { phone, purpose: 'declare' }

async function post(body: BodyInit | null, headers: Record<string, string> = {}) {
  const backend = await setup()
  const response = await backend.app.request(`${ownOrigin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers },
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })
  const problem: { code?: string } = await response.json()
  return { status: response.status, type: response.headers.get('content-type'), code: problem.code }
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('bodies', () => {
  it.each([
    ['79: JSON as text/plain', JSON.stringify(asked), { 'content-type': 'text/plain' }],
    ['81: gzip', JSON.stringify(asked), { 'content-encoding': 'gzip' }],
    ['a form', 'phone=0905123456', { 'content-type': 'application/x-www-form-urlencoded' }],
    [
      'another charset',
      JSON.stringify(asked),
      { 'content-type': 'application/json; charset=latin1' },
    ],
    ['a kind of JSON', JSON.stringify(asked), { 'content-type': 'application/json-patch+json' }],
  ])('%s is 415', async (_name, body, headers) => {
    expect(await post(body, headers)).toEqual({
      status: 415,
      type: 'application/problem+json',
      code: 'media_type_unsupported',
    })
  })

  it.each([
    ['80: invalid UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['80: a byte order mark', `\uFEFF${JSON.stringify(asked)}`],
    ['80: a key twice', '{"phone":"0905123456","phone":"0905123457","purpose":"declare"}'],
    ['80: a key twice, once escaped', '{"phone":"1","ph\\u006fne":"2"}'],
    ['80: nesting of 33', `{"phone":${nested(32)}}`],
    ['80: nesting of 20,000', nested(20_000)],
    ['82: malformed JSON', '{"phone":'],
    ['82: two values', '{} {}'],
  ])('%s is 400', async (_name, body) => {
    expect(await post(body)).toEqual({
      status: 400,
      type: 'application/problem+json',
      code: 'json_malformed',
    })
  })

  it.each([
    ['85: 1 MB of text', JSON.stringify({ phone: 'x'.repeat(1_000_000) })],
    [
      '85: 10,000 keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, n]))),
    ],
  ])('%s is 413 before it is parsed', async (_name, body) => {
    expect(await post(body)).toMatchObject({ status: 413, code: 'body_too_large' })
  })

  it('85: a body that announces too much is not even begun', async () => {
    let pulled = 0
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled += 1
          controller.enqueue(new Uint8Array(1_000))
          if (pulled === 70) controller.close()
        },
      },
      { highWaterMark: 0 },
    )

    const answer = await post(body, { 'content-length': '70000' })

    expect(answer).toMatchObject({ status: 413, code: 'body_too_large' })
    expect(pulled).toBe(0)
  })

  it.each(['null', '[]', '"text"', '7'])('%s is no input', async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, code: 'input_invalid' })
  })

  it('takes JSON that says its charset', async () => {
    const { status } = await post(JSON.stringify(asked), {
      'content-type': 'application/json; charset=UTF-8',
    })

    expect(status).toBe(201)
  })

  it('71: leaves unknown fields out, `__proto__` among them', async () => {
    const body = `{"__proto__":{"phone":"0905123456"},"purpose":"declare","status":"verified"}`

    expect(await post(body)).toMatchObject({ status: 400, code: 'input_invalid' })
    expect(Reflect.get({}, 'phone')).toBeUndefined()
  })

  it('71: takes nothing from outside that the server says of a person', async () => {
    const backend = await setup()
    const headers = await signIn(backend)
    const forged = { personId: 'mine', pass: { passId: 'mine', state: 'valid' }, isVerified: true }
    const person = { ...makeDeclared(), ...forged }

    const { json } = await declare(backend, headers, { ...makeDeclaration(), people: [person] })

    const [filed] = Array.isArray(json.people) ? json.people : []
    expect(filed).toMatchObject({ personId: expect.stringMatching(/^[\da-f]{8}-/) })
    expect(JSON.stringify(json)).not.toMatch(/mine|isVerified/)
  })
})

describe('methods, paths, headers', () => {
  it('answers 404 to an unknown path and 405 to an unknown method of a known one', async () => {
    const backend = await setup()

    const unknown = await send(backend, 'GET', '/v1/nothing')
    const method = await send(backend, 'PUT', '/v1/config', {})
    const overridden = await send(
      backend,
      'POST',
      '/v1/config',
      {},
      {
        'x-http-method-override': 'GET',
      },
    )

    expect([unknown.status, unknown.json.code]).toEqual([404, 'not_found'])
    expect([method.status, method.json.code]).toEqual([405, 'method_not_allowed'])
    expect(method.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(overridden.status).toBe(405)
  })

  it('answers HEAD as GET without a body, and OPTIONS with the methods', async () => {
    const backend = await setup()

    const head = await send(backend, 'HEAD', '/v1/config')
    const options = await send(backend, 'OPTIONS', '/v1/declarations')

    expect([head.status, head.headers.get('content-type'), head.json]).toEqual([
      200,
      'application/json',
      {},
    ])
    expect([options.status, options.headers.get('allow')]).toEqual([
      204,
      'POST, GET, HEAD, OPTIONS',
    ])
  })

  it.each([
    ['two publishable keys', { authorization: 'Bearer a, Bearer b' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['two origins', { origin: 'https://a.vn, https://b.vn' }],
    ['an idempotency key that is no string', { 'idempotency-key': 'a b' }],
  ])('refuses %s', async (_name, headers) => {
    expect(await post(JSON.stringify(asked), headers)).toMatchObject({
      status: 400,
      code: 'header_invalid',
    })
  })

  it.each([
    ['/v1/config', 'no-store'],
    ['/v1/nothing', 'no-store'],
    ['/v1/places/2021-03/provinces', 'public, max-age=300'],
    ['/v1/places/1999-01/provinces', 'no-store'],
    ['/.well-known/jwks.json', 'public, max-age=300'],
  ])('sends its security headers with %s', async (of, cache) => {
    const { headers } = await send(await setup(), 'GET', of)

    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': cache,
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    })
  })

  it('84: refuses a query it does not know the values of, also when given twice', async () => {
    const backend = await setup()
    const headers = await signIn(backend)
    const find = async (query: string) =>
      (await send(backend, 'GET', `/v1/declarations?${query}`, undefined, headers)).json.code

    expect(await find('kind=all')).toBe('input_invalid')
    expect(await find('kind=domestic&kind=entry')).toBe('input_invalid')
    expect(await find('limit=-1&cursor=x')).toBeUndefined()
  })

  it('tells an impossible place from an unknown one', async () => {
    const backend = await setup()
    const version = await send(backend, 'GET', '/v1/places/latest/provinces')
    const unknown = await send(backend, 'GET', '/v1/places/2021-03/provinces/99')

    expect([version.status, version.json.code]).toEqual([400, 'input_invalid'])
    expect([unknown.status, unknown.json.code]).toEqual([404, 'not_found'])
  })

  it('tells nothing of what broke inside', async () => {
    const logged: unknown[] = []
    const { store } = await setup()
    const backend = await setup({
      isStrict: false,
      store: {
        ...store,
        otp: { ...store.otp, findChallenge: () => Promise.reject(new Error('secret 0905')) },
      },
      log: (event) => logged.push(event),
    })
    const id = '01890a5d-ac96-774b-bcce-b302099a8057'

    const { status, json } = await send(backend, 'POST', `/v1/otp/challenges/${id}/resend`)

    expect(json).toEqual({
      type: 'urn:kbyt:error:internal',
      title: 'internal',
      status: 500,
      code: 'internal',
    })
    expect(status).toBe(500)
    expect(JSON.stringify(logged)).not.toContain('0905')
  })
})

describe('every endpoint of the contract', () => {
  const endpoints = contract.map((endpoint) => ({ endpoint, name: endpoint.id }))
  const sample = (text: string) =>
    fullPath(text)
      .replace('{version}', '2021-03')
      .replace('{code}', '46')
      .replace(/\{\w+\}/, 'x')

  it.each(endpoints.filter(({ endpoint }) => hasBody(endpoint.method)))(
    '$name refuses text/plain',
    async ({ endpoint }) => {
      const backend = await setup({ importSources })
      const { headers: officer } = await signInOfficer(backend)
      const callers: Partial<Record<Access, Record<string, string>>> = {
        citizen: await signIn(backend),
        officer,
        source: { authorization: `Bearer ${await signImport('{}')}` },
      }
      const [access]: readonly Access[] = endpoint.access
      const caller = (access && callers[access]) ?? {}

      const response = await backend.app.request(`${ownOrigin}${sample(endpoint.path)}`, {
        method: endpoint.method,
        headers: { ...caller, 'content-type': 'text/plain', 'idempotency-key': newKey() },
        body: '{}',
      })

      expect(response.status).toBe(415)
    },
  )

  const dead = {
    citizen: 'kbyt_cs_',
    officer: 'kbyt_os_',
    device: 'kbyt_dk_',
    subscriber: 'kbyt_fk_',
    source: 'eyJhbGciOiJFUzI1NiJ9.e30.',
  } as const
  const closed = endpoints.flatMap(({ endpoint, name }) =>
    endpoint.access.map((access) => ({ endpoint, name, access })),
  )

  it.each(closed)(
    '$name wants a session of a $access, and a live one',
    async ({ endpoint, access }) => {
      const backend = await setup()
      const token = `${dead[access]}${'a'.repeat(43)}`
      const none = await send(backend, endpoint.method, sample(endpoint.path))
      const old = await send(backend, endpoint.method, sample(endpoint.path), undefined, {
        authorization: `Bearer ${token}`,
      })

      const isSession = access === 'citizen' || access === 'officer'
      const expected = isSession ? 'session_expired' : 'key_unknown'
      expect([none.json.code, old.json.code]).toEqual(['session_required', expected])
    },
  )
})
