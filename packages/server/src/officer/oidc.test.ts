import { describe, expect, it } from 'vitest'
import { setup } from '../backend.setup.js'
import { createOidcProvider } from '../node/create-oidc-provider.js'
import { setupAdministrator, whoAmI } from './account.setup.js'
import { cookieOf, go, leave, openOidc, readProblem, toPair } from './oidc.setup.js'
import { clientId, clientSecret, redirectUri } from './oidc-provider.setup.js'

const { issuer, setupOidc, signInAt } = await openOidc()

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

    expect(await readProblem(answer)).toEqual([403, 'forbidden'])
    expect(answer.headers.getSetCookie().join()).not.toContain('kbyt_officer')
    expect((await order('GET', '')).json.officers).toHaveLength(1)
  })

  it('lets nobody in whose account is disabled', async () => {
    const { backend, invite, order } = await setupOidc()
    const an = await invite('can-bo-an')
    await order('PUT', `/${an.officerId}/oidc`, { issuer, subject: 'an' })
    await order('POST', `/${an.officerId}/disable`)

    expect(await readProblem(await (await signInAt(backend, 'an')).back())).toEqual([
      403,
      'forbidden',
    ])
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

describe('a provider', () => {
  it('that is down is said to be, and asked again the next time', async () => {
    let isDown = true
    const flaky: typeof fetch = (...sent) =>
      isDown ? Promise.reject(new TypeError('fetch failed')) : fetch(...sent)
    const { backend } = await setupOidc({ fetch: flaky })

    const down = await leave(backend)
    isDown = false
    const up = await leave(backend)

    expect(await readProblem(down.answer)).toEqual([503, 'oidc_unavailable'])
    expect(down.answer.headers.get('retry-after')).toBe('30')
    expect(up.answer.status).toBe(303)
  })

  it('that fails at the token is down, not a refusal', async () => {
    const failing: typeof fetch = async (...sent) =>
      String(sent[0]).endsWith('/token') ? new Response('', { status: 502 }) : fetch(...sent)
    const { backend } = await setupOidc({ fetch: failing })

    const answer = await (await signInAt(backend, 'an')).back()

    expect(await readProblem(answer)).toEqual([503, 'oidc_unavailable'])
  })

  it('that nobody configured is not found', async () => {
    const backend = await setup()

    expect(await readProblem((await leave(backend)).answer)).toEqual([404, 'not_found'])
    expect(await readProblem(await go(backend, '/v1/officers/oidc/callback'))).toEqual([
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
