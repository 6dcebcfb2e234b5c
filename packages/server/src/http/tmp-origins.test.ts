import { describe, expect, it } from 'vitest'
import {
  declare,
  newKey,
  otherKey,
  ownOrigin,
  partnerKey,
  partnerOrigin,
  phone,
  send,
  setup,
  signIn,
} from '../tmp-backend.setup.js'

const asked = { phone, purpose: 'declare' }

async function preflight(origin: string) {
  const backend = await setup()
  return send(backend, 'OPTIONS', '/v1/declarations', undefined, {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type,idempotency-key',
  })
}

describe('preflight', () => {
  it.each([ownOrigin, partnerOrigin, 'https://other.vn'])('lets %s ask', async (origin) => {
    const { status, headers } = await preflight(origin)

    expect(status).toBe(204)
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'POST, GET, HEAD',
      'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key',
      vary: 'Origin',
    })
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })

  it.each([
    'https://partner.vn.evil.com',
    'http://partner.vn',
    'null',
    'https://partner.vn:8443',
    'https://PARTNER.vn',
  ])('103: gives %s no CORS header', async (origin) => {
    const { status, headers, json } = await preflight(origin)

    expect([status, json.code]).toEqual([403, 'origin_not_allowed'])
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('the request', () => {
  const request = async (headers: Record<string, string>) => {
    const backend = await setup()
    const key = { 'idempotency-key': newKey() }
    return send(backend, 'POST', '/v1/otp/challenges', asked, { ...key, ...headers })
  }
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

  it.each([
    ['its key', { origin: partnerOrigin, ...bearer(partnerKey) }, 201, undefined],
    ['no key from our own page', { origin: ownOrigin }, 201, undefined],
    ['no key and no origin', {}, 201, undefined],
    ['a key outside browsers', bearer(partnerKey), 201, undefined],
    ['no key', { origin: partnerOrigin }, 403, 'origin_not_allowed'],
    [
      'the key of another',
      { origin: partnerOrigin, ...bearer(otherKey) },
      403,
      'origin_not_allowed',
    ],
    ['an unknown key', { origin: partnerOrigin, ...bearer('kbyt_pk_no') }, 401, 'key_unknown'],
    [
      'its key from elsewhere',
      { origin: 'http://partner.vn', ...bearer(partnerKey) },
      403,
      'origin_not_allowed',
    ],
  ])('with %s', async (_name, headers, status, code) => {
    const answer = await request(headers)

    expect([answer.status, answer.json.code]).toEqual([status, code])
  })

  it('tells a page of another partner its mistake, and a stranger nothing', async () => {
    const partner = await request({ origin: partnerOrigin, ...bearer(otherKey) })
    const stranger = await request({ origin: 'https://evil.com', ...bearer(partnerKey) })

    expect(partner.headers.get('access-control-allow-origin')).toBe(partnerOrigin)
    expect(partner.headers.get('access-control-expose-headers')).toBe('Retry-After')
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('knows by its session which key a page came with', async () => {
    const backend = await setup()
    const own = await signIn(backend)
    const key = { origin: partnerOrigin, ...bearer(partnerKey) }
    const body = await send(
      backend,
      'POST',
      '/v1/otp/challenges',
      { ...asked, phone: '0905123457' },
      {
        'idempotency-key': newKey(),
        ...key,
      },
    )
    const path = `/v1/otp/challenges/${body.json.challengeId}/verify`
    const { json } = await send(backend, 'POST', path, { code: await backend.readCode() }, key)
    const session = bearer(String(json.token))

    const partner = await declare(backend, { ...session, origin: partnerOrigin })
    const moved = await declare(backend, { ...session, origin: 'https://other.vn' })
    const stolen = await declare(backend, { ...own, origin: partnerOrigin })

    expect(partner.status).toBe(201)
    expect(moved.json.code).toBe('origin_not_allowed')
    expect(stolen.json.code).toBe('origin_not_allowed')
  })

  it('gives everybody the public keys', async () => {
    const { status, headers } = await send(
      await setup(),
      'GET',
      '/.well-known/jwks.json',
      undefined,
      {
        origin: 'https://verifier.example',
      },
    )

    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  })
})
