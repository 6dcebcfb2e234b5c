import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { whoAmI } from './account.setup.js'
import { cookieOf, go, leave, openOidc, readProblem, toPair } from './oidc.setup.js'

const { issuer, setupOidc, signInAt } = await openOidc()

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

    expect(await readProblem(await back({}))).toEqual([401, 'oidc_refused'])
    expect(await readProblem(await back({ cookie: toPair(other.attempt) }))).toEqual([
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

    expect(await readProblem(answer)).toEqual([401, 'oidc_refused'])
  })

  it('is tried 100 times a quarter of an hour from one network; those that end well do not count', async () => {
    const { backend } = await setupLinked()
    const { back, search, attempt } = await signInAt(backend, 'an')
    const forged = `/v1/officers/oidc/callback${search.replace(/state=[^&]*/, 'state=other')}`
    const tryFrom = async (address: string) =>
      (await go(backend, forged, { cookie: toPair(attempt), 'test-address': address })).status

    const statuses = [(await back()).status]
    for (let count = 0; count < 101; count += 1) statuses.push(await tryFrom('192.0.2.1'))

    expect(new Set(statuses.slice(1, 101))).toEqual(new Set([401]))
    expect([statuses[0], statuses[101], await tryFrom('192.0.2.2')]).toEqual([303, 429, 401])
  })

  it('is refused when the officer said no', async () => {
    const { backend } = await setupLinked()

    expect(await readProblem(await (await signInAt(backend, undefined)).back())).toEqual([
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

    expect(await readProblem(answer)).toEqual([403, 'origin_not_allowed'])
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

    expect(await readProblem(answer)).toEqual([400, 'input_invalid'])
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
