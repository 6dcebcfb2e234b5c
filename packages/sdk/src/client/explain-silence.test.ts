import { afterEach, expect, it, vi } from 'vitest'
import { getConfig } from '../config/get-config.js'
import { resendOtp } from '../otp/resend-otp.js'
import type { Fetch } from './client.js'
import { createClient } from './create-client.js'

const challengeId = '0177f2a4-0000-7000-8000-000000000001'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A browser's page on another origin, and an API of which it may read these paths. */
function setup(readable: readonly string[]) {
  vi.stubGlobal('location', new URL('http://partner.test/'))
  const fetch: Fetch = async (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    if (readable.includes(pathname)) return Response.json({})
    throw new TypeError('Failed to fetch')
  }
  return createClient({ baseUrl: 'http://kbyt.test', fetch })
}

/** A network that loses the call, and then holds on to whatever else is asked. */
function setupSilence(timeoutMs: number) {
  vi.stubGlobal('location', new URL('http://partner.test/'))
  let calls = 0
  const fetch: Fetch = async () => {
    calls += 1
    if (calls > 1) return new Promise<Response>(() => {})
    throw new TypeError('Failed to fetch')
  }
  return { client: createClient({ baseUrl: 'http://kbyt.test', fetch, timeoutMs }) }
}

it('names the origin when only what is open to every page can be read', async () => {
  const client = setup(['/.well-known/jwks.json'])

  await expect(getConfig(client)).rejects.toMatchObject({ code: 'origin_not_allowed' })
})

it('stays offline when nothing can be read', async () => {
  const client = setup([])

  await expect(getConfig(client)).rejects.toMatchObject({ code: 'offline' })
})

it('asks no longer than the call may take, though a fetch never ends', async () => {
  const { client } = setupSilence(100)
  const startedAt = performance.now()

  await expect(resendOtp(client, { challengeId })).rejects.toMatchObject({ code: 'offline' })

  expect(performance.now() - startedAt).toBeLessThan(2_000)
})

it('rejects with the reason of a signal that stops it while it asks', async () => {
  const { client } = setupSilence(30_000)
  const controller = new AbortController()
  const reason = new Error('left the page')

  const calling = resendOtp(client, { challengeId }, { signal: controller.signal })
  const settled = expect(calling).rejects.toBe(reason)
  setTimeout(() => controller.abort(reason), 20)

  await settled
})
