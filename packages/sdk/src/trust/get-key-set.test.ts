import { expect, it } from 'vitest'
import { setupMock } from '../client/mock.setup.js'
import { getKeySet } from './get-key-set.js'

it('gets public keys and nothing private', async () => {
  const { client } = setupMock()

  const { keys } = await getKeySet(client)

  expect(keys).toHaveLength(1)
  expect(Object.keys(keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
})
