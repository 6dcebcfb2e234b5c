import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, describe, expect, it } from 'vitest'
import { ownOrigin, setup, type TestBackend } from '../backend.setup.js'
import { createOidcProvider, type OidcProviderOptions } from '../node/create-oidc-provider.js'
import { setupAdministrator, whoAmI } from './account.setup.js'
import { clientId, clientSecret, redirectUri, startOidcProvider } from './oidc-provider.setup.js'

const provider = await startOidcProvider({
  an: { email: 'An@Hue.gov.vn', isEmailVerified: true, preferredUsername: 'an' },
  em: { email: 'em@hue.gov.vn', isEmailVerified: false, preferredUsername: 'em' },
})
afterAll(() => provider.close())
const { issuer } = provider

async function setupOidc(changes: Partial<OidcProviderOptions> = {}) {
  const options = { issuer, clientId, clientSecret, redirectUri, ...changes }
  const backend = await setup({ oidc: createOidcProvider(options) })
  return { backend, ...(await setupAdministrator(backend)) }
}

const go = (backend: TestBackend, path: string, headers: Record<string, string> = {}) =>
  backend.app.request(`${ownOrigin}${path}`, { headers, redirect: 'manual' })

const cookieOf = (answer: Response, name: string) =>
  answer.headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? ''
const toPair = (cookie: string) => cookie.split(';')[0] ?? ''

async function leave(backend: TestBackend, returnTo = '/kiemtra.html') {
  const answer = await go(
    backend,
    `/v1/officers/oidc/start?returnTo=${encodeURIComponent(returnTo)}`,
  )
  const attempt = cookieOf(answer, '__Host-kbyt_oidc')
  return { answer, attempt, location: answer.headers.get('location') ?? '' }
}

/** Goes to the provider as somebody and comes back. */
async function signInAt(backend: TestBackend, user: string | undefined) {
  const { attempt, location } = await leave(backend)
  const { search } = await provider.signIn(location, user)
  const back = (headers: Record<string, string> = { cookie: toPair(attempt) }) =>
    go(backend, `/v1/officers/oidc/callback${search}`, headers)
  return { back, search, attempt }
}

const codeOf = async (answer: Response) => {
  const problem: { code?: string } = await answer.json()
  return [answer.status, problem.code]
}

describe('signing in at the OpenID provider', () => {
  it('opens a session for the account that is linked, and returns to the desk', async () => {
    const { backend, invite, order } = await setupOidc()
    const an = await invite('can-bo-an')
    await order('PUT', `/${an.officerId}/oidc`, { issuer, subject: 'an' })
    const { back } = await signInAt(backend, 'an')

    const answer = await back()
    const session = cookieOf(answer, '__Host-kbyt_officer')
    const current = await whoAmI(backend, { cookie: toPair(session) })

    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/kiemtra.html'])
    expect(session).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=43200$/)
    expect(cookieOf(answer, '__Host-kbyt_oidc')).toContain('Max-Age=0')
    expect(current.json.officer).toMatchObject({ officerId: an.officerId })
  })

  it('asks by code, PKCE, state and nonce, and keeps nothing a script could read', async () => {
    const { backend } = await setupOidc()

    const { attempt, location } = await leave(backend)

    const asked = Object.fromEntries(new URL(location).searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: redirectUri,
      scope: 'openid',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(attempt).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/)
    for (const secret of [asked.state, asked.nonce]) expect(attempt).not.toContain(secret)
  })

  it('makes no account: who is none is told so, and nothing is kept', async () => {
    const { backend, order } = await setupOidc()
    const { back } = await signInAt(backend, 'an')

    const answer = await back()

    expect(await codeOf(answer)).toEqual([403, 'forbidden'])
    expect(answer.headers.getSetCookie().join()).not.toContain('kbyt_officer')
    expect((await order('GET', '')).json.officers).toHaveLength(1)
  })

  it('lets nobody in whose account is disabled', async () => {
    const { backend, invite, order } = await setupOidc()
    const an = await invite('can-bo-an')
    await order('PUT', `/${an.officerId}/oidc`, { issuer, subject: 'an' })
    await order('POST', `/${an.officerId}/disable`)

    expect(await codeOf(await (await signInAt(backend, 'an')).back())).toEqual([403, 'forbidden'])
  })

  it('needs no TOTP here: the provider vouches', async () => {
    const oidc = createOidcProvider({ issuer, clientId, clientSecret, redirectUri })
    const backend = await setup({ oidc, totpRoles: ['province'] })
    const { order, invite } = await setupAdministrator(backend)
    const an = await invite('an', { role: 'province', areas: ['46'] })
    await order('PUT', `/${an.officerId}/oidc`, { issuer, subject: 'an' })

    const answer = await (await signInAt(backend, 'an')).back()
    const cookie = toPair(cookieOf(answer, '__Host-kbyt_officer'))

    expect((await whoAmI(backend, { cookie })).json).not.toHaveProperty('isTotpSetupRequired')
  })

  it.each([
    ['email', 'an@hue.gov.vn', 'an', 303],
    ['email', 'em@hue.gov.vn', 'em', 403],
    ['preferred_username', 'em', 'em', 303],
    [undefined, 'an', 'an', 403],
  ] as const)('links by %s the account %s to %s: %i', async (matchBy, username, user, status) => {
    const { backend, invite } = await setupOidc({ matchBy })
    const account = await invite(username)

    const answer = await (await signInAt(backend, user)).back()
    const stored = await backend.store.officers.findOfficerById(account.officerId)

    expect(answer.status).toBe(status)
    expect(stored?.oidcSubject).toBe(status === 303 ? user : null)
  })

  it('links an account once: a later owner of the name gets nothing', async () => {
    const { backend, invite, order } = await setupOidc({ matchBy: 'preferred_username' })
    const account = await invite('an')
    await order('PUT', `/${account.officerId}/oidc`, { issuer, subject: 'who-was-an-before' })

    expect((await (await signInAt(backend, 'an')).back()).status).toBe(403)
  })
})

describe('the way back', () => {
  async function setupLinked() {
    const made = await setupOidc()
    const an = await made.invite('an')
    await made.order('PUT', `/${an.officerId}/oidc`, { issuer, subject: 'an' })
    return { ...made, an }
  }

  it('is refused in a browser that did not begin it (login CSRF)', async () => {
    const { backend } = await setupLinked()
    const { back } = await signInAt(backend, 'an')
    const other = await leave(backend)

    expect(await codeOf(await back({}))).toEqual([401, 'oidc_refused'])
    expect(await codeOf(await back({ cookie: toPair(other.attempt) }))).toEqual([
      401,
      'oidc_refused',
    ])
  })

  it('gives a session of its own, whatever cookie was there before (fixation)', async () => {
    const { backend } = await setupLinked()
    const { back, attempt } = await signInAt(backend, 'an')
    const planted = `__Host-kbyt_officer=kbyt_os_${'a'.repeat(43)}`

    const answer = await back({ cookie: `${toPair(attempt)}; ${planted}` })

    expect(toPair(cookieOf(answer, '__Host-kbyt_officer'))).not.toBe(planted)
    expect((await whoAmI(backend, { cookie: planted })).json.code).toBe('session_expired')
  })

  it('works once, and for ten minutes', async () => {
    const { backend } = await setupLinked()
    const first = await signInAt(backend, 'an')
    const late = await signInAt(backend, 'an')

    const statuses = [(await first.back()).status, (await first.back()).status]
    backend.clock.at += 600_000
    statuses.push((await late.back()).status)

    expect(statuses).toEqual([303, 401, 401])
  })

  it.each([
    ['a changed state', (search: string) => search.replace(/state=[^&]*/, 'state=other')],
    ['a changed code', (search: string) => search.replace(/code=[^&]*/, 'code=other')],
    [
      'another issuer',
      (search: string) => search.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.vn'),
    ],
    ['nothing', () => ''],
  ])('is refused with %s', async (_name, change) => {
    const { backend } = await setupLinked()
    const { search, attempt } = await signInAt(backend, 'an')

    const path = `/v1/officers/oidc/callback${change(search)}`
    const answer = await go(backend, path, { cookie: toPair(attempt) })

    expect(await codeOf(answer)).toEqual([401, 'oidc_refused'])
  })

  it('is refused when the officer said no', async () => {
    const { backend } = await setupLinked()

    expect(await codeOf(await (await signInAt(backend, undefined)).back())).toEqual([
      401,
      'oidc_refused',
    ])
  })

  it.each([
    ['a script', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    ['a frame', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['another page', { origin: 'https://partner.vn' }],
  ])('is closed to %s', async (_name, headers) => {
    const { backend } = await setupLinked()
    const { back, attempt } = await signInAt(backend, 'an')

    const answer = await back({ cookie: toPair(attempt), ...headers })

    expect(await codeOf(answer)).toEqual([403, 'origin_not_allowed'])
  })

  it.each([
    'https://evil.vn',
    '//evil.vn',
    '/\\evil.vn',
    '/\tevil.vn',
    'kiemtra',
    '/a b',
    'javascript:alert(1)',
  ])('returns to a path of ours alone: %j is refused', async (returnTo) => {
    const { backend } = await setupOidc()

    const { answer } = await leave(backend, returnTo)

    expect(await codeOf(answer)).toEqual([400, 'input_invalid'])
  })
})

describe('an ID token', () => {
  /** Puts another ID token into the provider's answer. */
  async function setupForged(
    change: (claims: Record<string, unknown>) => object,
    isOwnKey = false,
  ) {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const own = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
    const forge: typeof fetch = async (...sent) => {
      const answer = await fetch(...sent)
      const path = new URL(String(sent[0])).pathname
      if (isOwnKey && path === '/jwks') return Response.json({ keys: [own] })
      if (path !== '/token') return answer
      const tokens: Record<string, string> = await answer.json()
      const claims = JSON.parse(atob(tokens.id_token?.split('.')[1] ?? ''))
      const id_token = await new SignJWT({ ...claims, ...change(claims) })
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .sign(privateKey)
      return Response.json({ ...tokens, id_token })
    }
    const made = await setupOidc({ fetch: forge })
    const an = await made.invite('an')
    await made.order('PUT', `/${an.officerId}/oidc`, { issuer, subject: 'an' })
    return (await signInAt(made.backend, 'an')).back()
  }

  it.each<[string, number, boolean, (claims: Record<string, unknown>) => object]>([
    ['signed by the provider’s key', 303, true, () => ({})],
    ['signed by another key', 401, false, () => ({})],
    ['of another nonce', 401, true, () => ({ nonce: 'other' })],
    ['for another client', 401, true, () => ({ aud: 'other' })],
    ['of another issuer', 401, true, () => ({ iss: 'https://evil.vn' })],
    ['that is over', 401, true, () => ({ exp: 1 })],
  ])('%s is answered %i', async (_name, status, isOwnKey, change) => {
    expect((await setupForged(change, isOwnKey)).status).toBe(status)
  })
})

describe('a provider', () => {
  it('that is down is said to be, and asked again the next time', async () => {
    let isDown = true
    const flaky: typeof fetch = (...sent) =>
      isDown ? Promise.reject(new TypeError('fetch failed')) : fetch(...sent)
    const { backend } = await setupOidc({ fetch: flaky })

    const down = await leave(backend)
    isDown = false
    const up = await leave(backend)

    expect(await codeOf(down.answer)).toEqual([503, 'oidc_unavailable'])
    expect(down.answer.headers.get('retry-after')).toBe('30')
    expect(up.answer.status).toBe(303)
  })

  it('that fails at the token is down, not a refusal', async () => {
    const failing: typeof fetch = async (...sent) =>
      String(sent[0]).endsWith('/token') ? new Response('', { status: 502 }) : fetch(...sent)
    const { backend } = await setupOidc({ fetch: failing })

    const answer = await (await signInAt(backend, 'an')).back()

    expect(await codeOf(answer)).toEqual([503, 'oidc_unavailable'])
  })

  it('that nobody configured is not found', async () => {
    const backend = await setup()

    expect(await codeOf((await leave(backend)).answer)).toEqual([404, 'not_found'])
    expect(await codeOf(await go(backend, '/v1/officers/oidc/callback'))).toEqual([
      404,
      'not_found',
    ])
  })

  it('speaks https, or lies on this machine', () => {
    const make = (insecure: string) =>
      createOidcProvider({ issuer: insecure, clientId, clientSecret, redirectUri })

    expect(() => make('http://id.example')).toThrow(TypeError)
  })
})
