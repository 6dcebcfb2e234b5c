import { describe, expect, it } from 'vitest'
import { inspect, send, setup, signInOfficer } from '../backend.setup.js'
import { defaultConfig } from '../portal/default-config.js'
import {
  login,
  openSession,
  setUpTotp,
  setupAdministrator,
  showCode,
  whoAmI,
} from './account.setup.js'

const step = 30_000
const portalName = defaultConfig.portalName.vi

async function setupTotp() {
  const backend = await setup()
  const { invite } = await setupAdministrator(backend)
  const an = await invite('an')
  const headers = await openSession(backend, an)
  const secret = await setUpTotp(backend, headers)
  const enter = (totpCode: string, password = an.password) =>
    login(backend, { username: 'an', password, totpCode })
  return { backend, an, headers, secret, enter }
}

describe('setting up TOTP', () => {
  it('shows the secret once, for an authenticator, and counts from its first code on', async () => {
    const backend = await setup()
    const { invite } = await setupAdministrator(backend)
    const an = await invite('an')
    const headers = await openSession(backend, an)
    const make = () => send(backend, 'POST', '/v1/officers/me/totp', {}, headers)
    const confirm = (code: string) =>
      send(backend, 'POST', '/v1/officers/me/totp/confirm', { code }, headers)

    const first = await make()
    const second = await make()
    const unconfirmed = await login(backend, an)
    const ofFirst = await confirm(await showCode(backend, first.json.secret))
    const ofSecond = await confirm(await showCode(backend, second.json.secret))
    const third = await make()

    expect(second.json.otpauthUri).toBe(
      `otpauth://totp/${encodeURIComponent(portalName)}:an?secret=${second.json.secret}` +
        `&issuer=${encodeURIComponent(portalName)}&algorithm=SHA1&digits=6&period=30`,
    )
    expect(second.json.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(unconfirmed.status).toBe(201)
    expect([ofFirst.json.code, ofSecond.status]).toEqual(['officer_login_failed', 204])
    expect([third.status, third.json.code]).toEqual([403, 'forbidden'])
  })

  it('is not confirmed before there is a secret', async () => {
    const backend = await setup()
    const { headers } = await signInOfficer(backend)

    const code = { code: '123456' }
    const { json } = await send(backend, 'POST', '/v1/officers/me/totp/confirm', code, headers)

    expect(json.code).toBe('officer_login_failed')
  })
})

describe('signing in with TOTP', () => {
  it('asks for the code once the password is right, not before', async () => {
    const { backend, an } = await setupTotp()

    const right = await login(backend, an)
    const wrong = await login(backend, { ...an, password: 'sai' })
    const unknown = await login(backend, { ...an, username: 'nobody' })

    expect([right.status, right.json.code]).toEqual([401, 'officer_totp_required'])
    expect(wrong.json).toEqual(unknown.json)
    expect(wrong.json.code).toBe('officer_login_failed')
  })

  it('answers a wrong password and a wrong code alike', async () => {
    const { backend, secret, enter } = await setupTotp()
    const code = await showCode(backend, secret)
    const other = code === '000000' ? '000001' : '000000'

    const wrongCode = await enter(other)
    const noCode = await enter('mã của tôi')
    const wrongPassword = await enter(code, 'sai')

    expect(wrongCode.status).toBe(wrongPassword.status)
    expect(wrongCode.json).toEqual(wrongPassword.json)
    expect(noCode.json).toEqual(wrongPassword.json)
  })

  it.each([
    [-2, 401],
    [-1, 201],
    [0, 201],
    [1, 201],
    [2, 401],
  ])('takes the code %i steps off: %i', async (steps, status) => {
    const { backend, secret, enter } = await setupTotp()
    backend.clock.at += 10 * step

    expect((await enter(await showCode(backend, secret, steps))).status).toBe(status)
  })

  it('takes a code once, and none that is older', async () => {
    const { backend, secret, enter } = await setupTotp()
    const [older, code, next] = await Promise.all(
      [-1, 0, 1].map((steps) => showCode(backend, secret, steps)),
    )

    const together = await Promise.all([code, code, code].map((each) => enter(each ?? '')))
    const replayed = await enter(older ?? '')
    const fresh = await enter(next ?? '')

    expect(together.map(({ status }) => status).sort()).toEqual([201, 401, 401])
    expect([replayed.json.code, fresh.status]).toEqual(['officer_login_failed', 201])
  })

  it('stops the twenty-first guess of a day with an alarm, from wherever it comes', async () => {
    const { backend, an, enter } = await setupTotp()
    const codes = []
    for (let guess = 0; guess < 21; guess += 1) {
      const from = { 'test-address': `203.0.113.${guess}` }
      const sent = { ...an, totpCode: '000000' }
      codes.push((await send(backend, 'POST', '/v1/officers/sessions', sent, from)).json.code)
    }

    expect(codes.slice(0, 20)).toEqual(Array(20).fill('officer_login_failed'))
    expect(codes[20]).toBe('rate_limited')
    expect(backend.alarms).toEqual([{ code: 'totp_guessing', officerId: an.officerId }])
    expect((await enter('000000')).json.code).toBe('rate_limited')
  })

  it('may be repeated by whoever knows both', async () => {
    const { backend, an, secret, enter } = await setupTotp()
    const statuses = []
    for (let times = 0; times < 30; times += 1) {
      backend.clock.at += step
      await login(backend, an)
      statuses.push((await enter(await showCode(backend, secret))).status)
    }

    expect(new Set(statuses)).toEqual(new Set([201]))
  })
})

describe('a role that needs TOTP', () => {
  async function setupRequired() {
    const backend = await setup({ totpRoles: ['administrator'] })
    const { headers } = await signInOfficer(backend, 'administrator')
    return { backend, headers }
  }

  it('does nothing before it is set up', async () => {
    const { backend, headers } = await setupRequired()

    const current = await whoAmI(backend, headers)
    const list = await send(backend, 'GET', '/v1/officers', undefined, headers)
    await setUpTotp(backend, headers)
    const after = await send(backend, 'GET', '/v1/officers', undefined, headers)

    expect(current.json.isTotpSetupRequired).toBe(true)
    expect([list.status, list.json.code]).toEqual([403, 'officer_totp_setup_required'])
    expect(after.status).toBe(200)
    expect((await whoAmI(backend, headers)).json).not.toHaveProperty('isTotpSetupRequired')
  })

  it('is needed from the request after the role was granted', async () => {
    const { backend, headers } = await setupRequired()
    const { officer, headers: others } = await signInOfficer(backend)
    await setUpTotp(backend, headers)
    const grant = { role: 'administrator', areas: ['46'] }
    const query = { by: 'phone', phone: '0905123456' }
    const before = await inspect(backend, others, query)

    await send(backend, 'PATCH', `/v1/officers/${officer.officerId}`, { grant }, headers)
    const after = await send(backend, 'GET', '/v1/officers', undefined, others)

    expect([before.status, after.json.code]).toEqual([201, 'officer_totp_setup_required'])
  })
})
