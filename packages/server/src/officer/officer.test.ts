import { describe, expect, it } from 'vitest'
import {
  inspect,
  ownOrigin,
  partnerKey,
  partnerOrigin,
  send,
  setup,
  signInOfficer,
  type TestBackend,
} from '../backend.setup.js'

const minute = 60_000
const credentials = { username: 'ga-hue', password: 'mot-mat-khau-dai' }

function login(
  backend: TestBackend,
  sent: object = credentials,
  headers: Record<string, string> = {},
) {
  return send(backend, 'POST', '/v1/officers/sessions', sent, headers)
}

const whoAmI = (backend: TestBackend, headers: Record<string, string>) =>
  send(backend, 'GET', '/v1/officers/sessions/current', undefined, headers)

describe('signing in', () => {
  it('gives a page a cookie no script can read, and no token', async () => {
    const backend = await setup()
    await backend.addOfficer()

    const { json, headers } = await login(backend, credentials, { origin: ownOrigin })
    const cookie = headers.get('set-cookie') ?? ''
    const current = await whoAmI(backend, { cookie: cookie.split(';')[0] ?? '' })

    expect(json).not.toHaveProperty('token')
    expect(cookie).toMatch(
      /^__Host-kbyt_officer=kbyt_os_[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=43200$/,
    )
    expect(current.json).toEqual(json)
  })

  it('gives a token only to a caller without an origin, and takes it only from one', async () => {
    const backend = await setup()
    await backend.addOfficer()
    const { json, headers } = await login(backend)
    const bearer = { authorization: `Bearer ${json.token}` }

    const tool = await whoAmI(backend, bearer)
    const page = await whoAmI(backend, { ...bearer, origin: ownOrigin })

    expect(headers.get('set-cookie')).toBeNull()
    expect(tool.status).toBe(200)
    expect(page.json.code).toBe('session_required')
  })

  it('answers an unknown name and a wrong password alike, after the same work', async () => {
    const verified: string[] = []
    const backend = await setup({
      passwords: {
        hash: async (password) => `hash of ${password}`,
        verify: async (hash, password) => {
          verified.push(hash)
          return hash === `hash of ${password}`
        },
      },
    })
    await backend.addOfficer()

    const unknown = await login(backend, { username: 'nobody', password: 'x' })
    const wrong = await login(backend, { username: 'ga-hue', password: 'x' })

    expect(unknown.json).toEqual(wrong.json)
    expect([unknown.status, unknown.json.code]).toEqual([401, 'officer_login_failed'])
    expect(verified).toHaveLength(2)
  })

  it('slows guessing down per name and network, and locks nobody out for good', async () => {
    const backend = await setup()
    await backend.addOfficer()
    const codes = []
    for (let guess = 0; guess < 11; guess += 1) {
      codes.push((await login(backend, { username: 'ga-hue', password: 'x' })).json.code)
    }
    const elsewhere = await login(backend, credentials, { 'test-address': '198.51.100.7' })
    backend.clock.at += 15 * minute
    const later = await login(backend)

    expect(codes.at(-2)).toBe('officer_login_failed')
    expect(codes.at(-1)).toBe('rate_limited')
    expect([elsewhere.status, later.status]).toEqual([201, 201])
  })

  it('counts guesses alone: whoever knows the password may sign in again and again', async () => {
    const backend = await setup()
    await backend.addOfficer()

    const statuses = []
    for (let times = 0; times < 40; times += 1) statuses.push((await login(backend)).status)

    expect(new Set(statuses)).toEqual(new Set([201]))
  })

  it('lets an officer in from a known network while strangers guess from everywhere', async () => {
    const backend = await setup()
    await backend.addOfficer()
    await login(backend)
    backend.clock.at += 15 * minute
    for (let guess = 0; guess < 31; guess += 1) {
      const from = { 'test-address': `203.0.113.${guess}` }
      await login(backend, { username: 'ga-hue', password: 'x' }, from)
    }

    const stranger = await login(backend, credentials, { 'test-address': '203.0.113.99' })
    const officer = await login(backend)

    expect(stranger.json.code).toBe('rate_limited')
    expect(officer.status).toBe(201)
  })

  it.each([
    ['ward', ['46'], undefined],
    ['checkpoint', ['19777'], undefined],
    ['province', [], undefined],
    ['ward', ['99999'], undefined],
    ['inspector', [], undefined],
    ['clinic', ['46'], 'ABCD1234'],
  ] as const)('takes no %s bound to %s and the venue %s', async (role, areas, venueCode) => {
    const { app, store } = await setup()
    const account = { username: 'an', password: 'mot-mat-khau-dai', displayName: 'An' }

    const adding = app.addOfficer({ ...account, role, areas, venueCode })

    await expect(adding).rejects.toThrow(TypeError)
    expect(await store.officers.findOfficer('an')).toBeUndefined()
  })

  it('writes usernames in one way and refuses one that is taken', async () => {
    const backend = await setup()
    await backend.addOfficer('checkpoint', ['46'], ' Ga-Hue ')

    const again = backend.addOfficer('ward', ['19777'], 'ga-hue')

    await expect(again).rejects.toThrow('taken')
    expect((await login(backend)).status).toBe(201)
  })
})

describe('a session', () => {
  it('93: ends after 30 idle minutes and after 12 hours', async () => {
    const backend = await setup()
    const idle = await signInOfficer(backend)
    const busy = await signInOfficer(backend)
    backend.clock.at += 29 * minute
    await whoAmI(backend, busy.headers)
    backend.clock.at += minute + 1_000
    const afterIdle = await whoAmI(backend, idle.headers)
    const statuses = []
    for (let half = 0; half < 24; half += 1) {
      statuses.push((await whoAmI(backend, busy.headers)).status)
      backend.clock.at += 29 * minute + 30_000
    }
    const afterHalfDay = await whoAmI(backend, busy.headers)

    expect(afterIdle).toMatchObject({ status: 401, json: { code: 'session_expired' } })
    expect(new Set(statuses.slice(0, 23))).toEqual(new Set([200]))
    expect(afterHalfDay.json.code).toBe('session_expired')
  })

  it('ends when the officer signs out', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend)

    const closed = await send(
      backend,
      'DELETE',
      '/v1/officers/sessions/current',
      undefined,
      headers,
    )
    const after = await whoAmI(backend, headers)

    expect(closed.status).toBe(204)
    expect(closed.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(after.json.code).toBe('session_expired')
  })

  it('92: dies with the account', async () => {
    const backend = await setup()
    const { officer, headers } = await signInOfficer(backend)
    const { at: disabledAt } = backend.clock
    await backend.store.officers.changeOfficer(officer.officerId, { disabledAt }, true)

    const after = await whoAmI(backend, headers)

    expect(after.json.code).toBe('session_expired')
  })

  it('91: has the role of now, not of signing in', async () => {
    const memory = await setup()
    let role: 'checkpoint' | 'administrator' = 'checkpoint'
    const { officers } = memory.store
    const store = {
      ...memory.store,
      officers: {
        ...officers,
        touchSession: async (...args: Parameters<typeof officers.touchSession>) => {
          const found = await officers.touchSession(...args)
          return found && { ...found, officer: { ...found.officer, role } }
        },
      },
    }
    const backend = await setup({ store })
    const { headers } = await signInOfficer(backend)
    const before = await inspect(backend, headers, { by: 'phone', phone: '0905123456' })

    role = 'administrator'
    const after = await inspect(backend, headers, { by: 'phone', phone: '0905123456' })

    expect([before.status, after.status, after.json.code]).toEqual([201, 403, 'forbidden'])
  })

  it.each([
    ['a partner page', { origin: partnerOrigin, authorization: `Bearer ${partnerKey}` }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('94: is no use to %s', async (_name, headers) => {
    const backend = await setup()
    const session = await signInOfficer(backend)
    const cookie = `__Host-kbyt_officer=${session.headers.authorization.slice(7)}`

    const read = await whoAmI(backend, { cookie, ...headers })
    const opened = await login(backend, credentials, headers)

    expect([read.status, read.json.code]).toEqual([403, 'origin_not_allowed'])
    expect(opened.status).toBe(403)
  })

  it('94: lets a cookie without an origin read, and nothing else', async () => {
    const backend = await setup()
    const session = await signInOfficer(backend)
    const cookie = `__Host-kbyt_officer=${session.headers.authorization.slice(7)}`
    const byNumber = { by: 'id-number', idNumber: '046190001234' }

    const read = await whoAmI(backend, { cookie })
    const unnamed = await inspect(backend, { cookie }, byNumber)
    const own = await inspect(backend, { cookie, origin: ownOrigin }, byNumber)

    expect([read.status, unnamed.status, own.status]).toEqual([200, 403, 201])
    expect(unnamed.json.code).toBe('origin_not_allowed')
  })
})

describe('defaults', () => {
  it('are kept, and only what the portal knows', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend)
    const set = (defaults: object) =>
      send(backend, 'PUT', '/v1/officers/me/defaults', defaults, headers)

    const chosen = await set({ post: 'ga-hue', reason: 'checkpoint' })
    const unknown = await set({ post: 'ga-xe', reason: 'curiosity' })
    const current = await whoAmI(backend, headers)

    expect(chosen.json).toMatchObject({ defaults: { post: 'ga-hue', reason: 'checkpoint' } })
    expect(unknown.json.issues).toEqual([
      { path: 'reason', code: 'reason_unknown' },
      { path: 'post', code: 'post_unknown' },
    ])
    expect(current.json.officer).toEqual(chosen.json)
  })

  it('are the way people pass and the first tab as well, which stay where they are left out', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend)
    const set = (defaults: object) =>
      send(backend, 'PUT', '/v1/officers/me/defaults', defaults, headers)
    const shift = { post: 'ga-hue', reason: 'checkpoint' }

    const whole = await set({ ...shift, direction: 'in', tab: 'domestic' })
    const part = await set({ ...shift, post: 'san-bay-phu-bai', tab: 'entry' })
    const unknown = await set({ ...shift, tab: 'settings' })

    expect(whole.json.defaults).toEqual({ ...shift, direction: 'in', tab: 'domestic' })
    expect(part.json.defaults).toEqual({
      post: 'san-bay-phu-bai',
      reason: 'checkpoint',
      direction: 'in',
      tab: 'entry',
    })
    expect([unknown.status, unknown.json.code]).toEqual([400, 'input_invalid'])
  })
})
