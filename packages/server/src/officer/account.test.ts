import { describe, expect, it } from 'vitest'
import { inspect, send, setup, signInOfficer } from '../backend.setup.js'
import { login, openSession, setUpTotp, setupAdministrator, ward, whoAmI } from './account.setup.js'

const nobody = '01890a5d-ac96-774b-bcce-b302099a8057'
const password = 'mat-khau-cua-toi'

describe('a new account', () => {
  it('gets its password from its officer alone, by a token that works once', async () => {
    const backend = await setup()
    const { order } = await setupAdministrator(backend)

    const added = await order('POST', '', { username: 'P.VyDa', displayName: 'An', grant: ward })
    const before = await login(backend, { username: 'p.vyda', password })
    const chosen = { token: added.json.token, password }
    const first = await send(backend, 'POST', '/v1/officers/setups', chosen)
    const second = await send(backend, 'POST', '/v1/officers/setups', chosen)
    const after = await login(backend, { username: 'p.vyda', password })

    expect(added.json).toMatchObject({
      officer: { username: 'p.vyda', ...ward, hasPassword: false, hasTotp: false },
      expiresAt: '2021-03-06T01:00:00.000Z',
    })
    expect([before.status, first.status, second.status, after.status]).toEqual([401, 204, 404, 201])
  })

  it.each<[string, string, number, number]>([
    ['a token nobody made', `kbyt_oi_${'a'.repeat(43)}`, 0, 404],
    ['a token after three days', '', 3 * 86_400_000, 404],
    ['a token at the end of its three days', '', 3 * 86_400_000 - 1, 204],
  ])('answers %s %i ms later by %i', async (_name, token, later, status) => {
    const backend = await setup()
    const { order } = await setupAdministrator(backend)
    const { json } = await order('POST', '', { username: 'an', displayName: 'An', grant: ward })
    backend.clock.at += later

    const chosen = { token: token || json.token, password }
    const answer = await send(backend, 'POST', '/v1/officers/setups', chosen)

    expect(answer.status).toBe(status)
  })

  it('has a name of its own and a password of ten characters', async () => {
    const backend = await setup()
    const { order, invite } = await setupAdministrator(backend)
    await invite('an')

    const taken = await order('POST', '', { username: 'AN ', displayName: 'An', grant: ward })
    const added = await order('POST', '', { username: 'em', displayName: 'Em', grant: ward })
    const short = { token: added.json.token, password: '123456789' }
    const refused = await send(backend, 'POST', '/v1/officers/setups', short)

    expect(taken.json.issues).toEqual([{ path: 'username', code: 'username_taken' }])
    expect(refused.json.issues).toEqual([{ path: 'password', code: 'too_short' }])
  })

  it.each<[object, string[]]>([
    [{ role: 'ward', areas: ['19777', '474'] }, []],
    [{ role: 'ward', areas: ['46'] }, ['grant.areas.0 area_not_allowed']],
    [{ role: 'ward', areas: [] }, ['grant.areas too_few']],
    [{ role: 'health-station', areas: ['479', '00001'] }, ['grant.areas.1 area_unknown']],
    [{ role: 'checkpoint', areas: ['46'] }, []],
    [{ role: 'checkpoint', areas: ['474'] }, ['grant.areas.0 area_not_allowed']],
    [{ role: 'clinic', areas: ['46'] }, []],
    [{ role: 'province', areas: ['19777'] }, ['grant.areas.0 area_not_allowed']],
    [{ role: 'inspector', areas: [], venueCode: 'ABCD1234' }, []],
    [{ role: 'inspector', areas: [] }, ['grant.venueCode required']],
    [
      { role: 'inspector', areas: ['46'], venueCode: 'ABCD1234' },
      ['grant.areas.0 area_not_allowed'],
    ],
    [{ role: 'inspector', areas: [], venueCode: 'ABC' }, ['grant.venueCode invalid_format']],
    [{ role: 'clinic', areas: ['46'], venueCode: 'ABCD1234' }, ['grant.venueCode invalid_value']],
    [{ role: 'king', areas: ['46'] }, ['grant.role invalid_value']],
  ])('may be granted %j, or not: %j', async (grant, expected) => {
    const backend = await setup()
    const { order } = await setupAdministrator(backend)

    const { json } = await order('POST', '', { username: 'an', displayName: 'An', grant })

    const issues = (json.issues ?? []) as { path: string; code: string }[]
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual(expected)
  })
})

describe('accounts', () => {
  it('are listed by pages, without a secret', async () => {
    const backend = await setup()
    const { order, invite, administrator } = await setupAdministrator(backend)
    const [an, em] = [await invite('an'), await invite('em')]

    const first = await order('GET', '?limit=2')
    const second = await order('GET', `?limit=2&cursor=${first.json.nextCursor}`)
    const edited = await order('GET', `?cursor=${String(first.json.nextCursor).slice(0, -4)}AAAA`)

    const ids = [first, second].map(({ json }) =>
      (json.officers as { officerId: string }[]).map(({ officerId }) => officerId),
    )
    expect(ids.flat().sort()).toEqual([administrator.officerId, an.officerId, em.officerId].sort())
    expect(second.json).not.toHaveProperty('nextCursor')
    expect([edited.status, edited.json.code]).toEqual([400, 'input_invalid'])
    expect(JSON.stringify(first.json)).not.toMatch(/hash|sealed|token|epoch/i)
  })

  it.each([
    ['GET', ''],
    ['POST', '', { username: 'x', displayName: 'X', grant: ward }],
    ['PATCH', `/${nobody}`, { displayName: 'X' }],
    ['POST', `/${nobody}/disable`],
    ['POST', `/${nobody}/enable`],
    ['POST', `/${nobody}/reset-password`],
    ['POST', `/${nobody}/reset-totp`],
    ['PUT', `/${nobody}/oidc`, { issuer: 'https://id.example', subject: 'x' }],
    ['DELETE', `/${nobody}/oidc`],
  ])('%s officers%s is for administrators', async (method, path, body?: object) => {
    const backend = await setup()
    const { order } = await setupAdministrator(backend)
    const others = await signInOfficer(backend, 'province')

    const refused = await send(backend, method, `/v1/officers${path}`, body, others.headers)
    const absent = path === '' ? undefined : await order(method, path, body)

    expect([refused.status, refused.json.code]).toEqual([403, 'forbidden'])
    if (absent) expect([absent.status, absent.json.code]).toEqual([404, 'not_found'])
  })

  it('91: act by the role of now: a change counts from the next request on', async () => {
    const backend = await setup()
    const { order, invite } = await setupAdministrator(backend)
    const an = await invite('an', { role: 'checkpoint', areas: ['46'] })
    const headers = await openSession(backend, an)
    const query = { by: 'phone', phone: '0905123456' }
    const before = await inspect(backend, headers, query)

    const grant = { role: 'inspector', areas: [], venueCode: 'ABCD1234' }
    const changed = await order('PATCH', `/${an.officerId}`, { displayName: 'Lê An', grant })
    const after = await inspect(backend, headers, query)
    const current = await whoAmI(backend, headers)

    expect([before.status, after.status, after.json.code]).toEqual([201, 403, 'forbidden'])
    expect(changed.json).toMatchObject({ displayName: 'Lê An', ...grant })
    expect(current.json.officer).toMatchObject({ displayName: 'Lê An', ...grant })
  })

  it('92: are disabled with every session at once, and enabled again without them', async () => {
    const backend = await setup()
    const { order, invite } = await setupAdministrator(backend)
    const an = await invite('an')
    const sessions = [await openSession(backend, an), await openSession(backend, an)]

    const disabled = await order('POST', `/${an.officerId}/disable`)
    const within = await Promise.all(sessions.map((headers) => whoAmI(backend, headers)))
    const closed = await login(backend, an)
    await order('POST', `/${an.officerId}/enable`)
    const after = await whoAmI(backend, sessions[0] ?? {})
    const open = await login(backend, an)

    expect(disabled.json.disabledAt).toBe('2021-03-03T01:00:00.000Z')
    expect(within.map(({ json }) => json.code)).toEqual(['session_expired', 'session_expired'])
    expect(closed.json.code).toBe('officer_login_failed')
    expect([after.status, open.status]).toEqual([401, 201])
  })

  it('92: are disabled at every node at once', async () => {
    const backend = await setup()
    const other = await setup({ store: backend.store, node: 'other' })
    const { order, invite } = await setupAdministrator(backend)
    const an = await invite('an')
    const headers = await openSession(other, an)
    const before = await whoAmI(other, headers)

    await order('POST', `/${an.officerId}/disable`)
    const after = await whoAmI(other, headers)

    expect([before.status, after.json.code]).toEqual([200, 'session_expired'])
  })

  it('lose password and sessions by a reset, and take a new one by its token', async () => {
    const backend = await setup()
    const { order, invite } = await setupAdministrator(backend)
    const an = await invite('an')
    const headers = await openSession(backend, an)

    const reset = await order('POST', `/${an.officerId}/reset-password`)
    const session = await whoAmI(backend, headers)
    const old = await login(backend, an)
    const chosen = { token: reset.json.token, password: 'mat-khau-khac-moi' }
    await send(backend, 'POST', '/v1/officers/setups', chosen)
    const renewed = await login(backend, { username: 'an', password: chosen.password })

    expect([reset.status, session.status, old.status, renewed.status]).toEqual([201, 401, 401, 201])
  })

  it('lose TOTP and sessions by a reset', async () => {
    const backend = await setup()
    const { order, invite } = await setupAdministrator(backend)
    const an = await invite('an')
    const headers = await openSession(backend, an)
    await setUpTotp(backend, headers)
    const asked = await login(backend, an)

    const reset = await order('POST', `/${an.officerId}/reset-totp`)

    expect(asked.json.code).toBe('officer_totp_required')
    expect(reset.json).toMatchObject({ hasTotp: false })
    expect((await whoAmI(backend, headers)).status).toBe(401)
    expect((await login(backend, an)).status).toBe(201)
  })

  it('are linked to one identity each', async () => {
    const backend = await setup()
    const { order, invite } = await setupAdministrator(backend)
    const [an, em] = [await invite('an'), await invite('em')]
    const identity = { issuer: 'https://id.example', subject: 'an-1' }

    const linked = await order('PUT', `/${an.officerId}/oidc`, identity)
    const taken = await order('PUT', `/${em.officerId}/oidc`, identity)
    const unlinked = await order('DELETE', `/${an.officerId}/oidc`)

    expect(linked.json.oidc).toEqual(identity)
    expect(taken.json.issues).toEqual([{ path: 'subject', code: 'identity_taken' }])
    expect(unlinked.json).not.toHaveProperty('oidc')
  })
})

describe('the last administrator', () => {
  it.each([
    ['POST', '/disable'],
    ['POST', '/reset-password'],
    ['PATCH', '', { grant: ward }],
  ])('is not locked out by %s %s', async (method, path, body?: object) => {
    const backend = await setup()
    const { order, administrator } = await setupAdministrator(backend)

    const refused = await order(method, `/${administrator.officerId}${path}`, body)
    const still = await order('GET', '')

    expect([refused.status, refused.json.code]).toEqual([409, 'officer_last_administrator'])
    expect(still.status).toBe(200)
  })

  it('may go once there is another one', async () => {
    const backend = await setup()
    const { order, invite, administrator } = await setupAdministrator(backend)
    await invite('em', { role: 'administrator', areas: ['46'] })

    const disabled = await order('POST', `/${administrator.officerId}/disable`)

    expect(disabled.status).toBe(200)
  })
})
