import { describe, expect, it } from 'vitest'
import { createClient } from '../client/create-client.js'
import { setupMock } from '../client/mock.setup.js'
import { generateSigningKey, importSigner } from '../qr/sign.js'
import type { PublicKey } from '../schema/trust.js'
import { getKeySet } from './get-key-set.js'

async function makePublicKey(): Promise<PublicKey> {
  return (await importSigner(await generateSigningKey())).publicKey
}

/** What a server that publishes these keys makes of the SDK. */
function getPublished(keys: unknown) {
  const client = createClient({
    baseUrl: 'https://kbyt.example',
    fetch: () => Response.json({ keys }),
  })
  return getKeySet(client)
}

it('gets public keys and nothing private', async () => {
  const { client } = setupMock()

  const { keys } = await getKeySet(client)

  expect(keys).toHaveLength(1)
  expect(Object.keys(keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
})

describe('a key set is refused as a whole', () => {
  // ATTACKS 11 to 14 and 38
  it.each<[string, (key: PublicKey, other: PublicKey) => unknown]>([
    ['38: a private part', (key) => [{ ...key, d: key.x }]],
    ['38: a private part beside a good key', (key, other) => [key, { ...other, d: other.x }]],
    ['38: an empty private part', (key) => [{ ...key, d: '' }]],
    ['12: a symmetric key', (key) => [key, { kty: 'oct', k: 'c2VjcmV0', kid: key.kid }]],
    ['12: a symmetric part', (key) => [{ ...key, k: 'c2VjcmV0' }]],
    ['11: one kid twice', (key, other) => [key, { ...other, kid: key.kid }]],
    ['11: one key twice', (key) => [key, key]],
    ['14: another curve', (key) => [{ ...key, crv: 'P-384' }]],
    ['13: use enc', (key) => [{ ...key, use: 'enc' }]],
    ['13: no use', ({ use: _, ...key }) => [key]],
    ['13: key_ops encrypt', (key) => [{ ...key, key_ops: ['encrypt'] }]],
    ['13: key_ops sign', (key) => [{ ...key, key_ops: ['verify', 'sign'] }]],
    ['another algorithm', (key) => [{ ...key, alg: 'ES384' }]],
    ['a coordinate with spare bits', (key) => [{ ...key, x: `${key.x.slice(0, 42)}B` }]],
    ['10: a kid on the prototype', (key) => [{ ...key, kid: '__proto__' }]],
    ['no list', () => null],
  ])('%s', async (_, makeKeys) => {
    const [key, other] = [await makePublicKey(), await makePublicKey()]

    const getting = getPublished(makeKeys(key, other))

    await expect(getting).rejects.toMatchObject({ code: 'unexpected_answer' })
  })
})

it('takes keys that say they only verify, and what a newer server says beside', async () => {
  const key = await makePublicKey()

  const { keys } = await getPublished([{ ...key, key_ops: ['verify'], 'kbyt-since': '2026' }])

  expect(keys).toEqual([{ ...key, key_ops: ['verify'] }])
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
