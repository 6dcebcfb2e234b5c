import { expect, it } from 'vitest'
import { createClient } from '../client/create-client.js'
import { setupMock } from '../client/mock.setup.js'
import { getKeySet } from './get-key-set.js'

it('gets public keys and nothing private', async () => {
  const { client } = setupMock()

  const { keys } = await getKeySet(client)

  expect(keys).toHaveLength(1)
  expect(Object.keys(keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
})

// ATTACKS 39
it('39: follows no key set to another host', async () => {
  const asked: string[] = []
  const client = createClient({
    baseUrl: 'https://kbyt.example',
    fetch: (input, init) => {
      const { url, redirect } = new Request(input, init)
      asked.push(url)
      if (redirect === 'error') throw new TypeError('fetch failed: unexpected redirect')
      return new Response('{"keys":[]}')
    },
  })

  await expect(getKeySet(client)).rejects.toMatchObject({ code: 'offline' })
  expect(new Set(asked)).toEqual(new Set(['https://kbyt.example/.well-known/jwks.json']))
})
