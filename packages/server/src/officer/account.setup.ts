import { officerInvitationSchema } from '@kbyt/sdk/schema'
import { send, signInOfficer, type TestBackend } from '../backend.setup.js'
import { fromBase32 } from './totp/base32.js'
import { createTotpCode } from './totp/create-totp-code.js'

export const ward = { role: 'ward', areas: ['19777'] }

/** An administrator who is signed in, and what they order. */
export async function setupAdministrator(backend: TestBackend) {
  const { officer, headers } = await signInOfficer(backend, 'administrator')
  const order = (method: string, path: string, body?: object) =>
    send(backend, method, `/v1/officers${path}`, body, headers)
  /** Makes an account, and chooses its password as its officer would. */
  async function invite(username: string, grant: object = ward) {
    const { json } = await order('POST', '', { username, displayName: 'Trần An', grant })
    const { officer: account, token } = officerInvitationSchema.parse(json)
    const password = 'mat-khau-cua-toi'
    await send(backend, 'POST', '/v1/officers/setups', { token, password })
    return { ...account, password }
  }
  return { administrator: officer, headers, order, invite }
}

export const login = (backend: TestBackend, credentials: object) =>
  send(backend, 'POST', '/v1/officers/sessions', credentials)

export async function openSession(backend: TestBackend, credentials: object) {
  const { json } = await login(backend, credentials)
  return { authorization: `Bearer ${json.token}` }
}

export const whoAmI = (backend: TestBackend, headers: Record<string, string>) =>
  send(backend, 'GET', '/v1/officers/sessions/current', undefined, headers)

/** The code an authenticator shows for a secret, `steps` half minutes from now. */
export const showCode = (backend: TestBackend, secret: unknown, steps = 0) =>
  createTotpCode(fromBase32(String(secret)), Math.floor(backend.clock.at / 30_000) + steps)

/** Sets up TOTP for whoever these headers sign in; the secret. */
export async function setUpTotp(backend: TestBackend, headers: Record<string, string>) {
  const { json } = await send(backend, 'POST', '/v1/officers/me/totp', {}, headers)
  const code = await showCode(backend, json.secret)
  await send(backend, 'POST', '/v1/officers/me/totp/confirm', { code }, headers)
  backend.clock.at += 30_000
  return json.secret
}
