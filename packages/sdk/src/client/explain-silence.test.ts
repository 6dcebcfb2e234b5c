import { afterEach, expect, it, vi } from 'vitest'
import { getConfig } from '../config/get-config.js'
import type { Fetch } from './client.js'
import { createClient } from './create-client.js'

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

it('names the origin when only what is open to every page can be read', async () => {
  const client = setup(['/.well-known/jwks.json'])

  await expect(getConfig(client)).rejects.toMatchObject({ code: 'origin_not_allowed' })
})

it('stays offline when nothing can be read', async () => {
  const client = setup([])

  await expect(getConfig(client)).rejects.toMatchObject({ code: 'offline' })
})
