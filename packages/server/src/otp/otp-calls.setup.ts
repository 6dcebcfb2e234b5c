import { newKey, phone, send, type TestBackend } from '../backend.setup.js'

export const minute = 60_000

interface SentFrom {
  readonly address?: string
  readonly key?: string
}

export async function request(
  backend: TestBackend,
  to = phone,
  { address = '', key }: SentFrom = {},
) {
  return send(
    backend,
    'POST',
    '/v1/otp/challenges',
    { phone: to, purpose: 'declare' },
    { 'idempotency-key': key ?? newKey(), ...(address && { 'test-address': address }) },
  )
}

export async function challenge(backend: TestBackend, to = phone, from: SentFrom = {}) {
  const { json } = await request(backend, to, from)
  return { challengeId: String(json.challengeId), code: await backend.readCode() }
}

export function verify(
  backend: TestBackend,
  challengeId: string,
  code: unknown,
  address = '192.0.2.1',
) {
  const path = `/v1/otp/challenges/${challengeId}/verify`
  return send(backend, 'POST', path, { code }, { 'test-address': address })
}

export function resend(backend: TestBackend, challengeId: string) {
  return send(backend, 'POST', `/v1/otp/challenges/${challengeId}/resend`)
}
