import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { keySetSchema } from '@kbyt/sdk/schema'
import { afterAll, expect, it, vi } from 'vitest'
import { makeDeclaration, newKey, send } from '../backend.setup.js'
import { prepareKeys, rotateEncryptionKey, rotateSigningKey } from '../crypto/node-rotate-keys.js'
import { createTestDatabase } from '../store/postgres.setup.js'
import { type Backend, openBackend } from './open-backend.js'
import { makeDataDir } from './server-process.setup.js'

vi.setConfig({ testTimeout: 60_000 })

const database = await createTestDatabase()
afterAll(() => database.close())

/** Two servers on one database, each with a folder of its own; keys are made on the first. */
async function setup() {
  const folders = { one: await makeDataDir(), two: await makeDataDir() }
  let code = ''
  const open = (node: keyof typeof folders) =>
    openBackend({
      dataDir: folders[node],
      databaseUrl: database.url,
      origins: [],
      node,
      log: () => {},
      sms: {
        name: 'memory',
        isWebOtpAllowed: false,
        send: async ({ params }) => {
          code = params.code ?? ''
        },
      },
    })
  const copyKeys = () =>
    cp(join(folders.one, 'keys'), join(folders.two, 'keys'), { recursive: true, force: true })
  const signIn = async (backend: Backend, phone: string) => {
    const asked = { phone, purpose: 'declare' }
    const key = { 'idempotency-key': newKey() }
    const { json } = await send(backend, 'POST', '/v1/otp/challenges', asked, key)
    await backend.app.deliverMessages()
    const path = `/v1/otp/challenges/${json.challengeId}/verify`
    const { json: session } = await send(backend, 'POST', path, { code })
    return { authorization: `Bearer ${session.token}` }
  }
  return { open, copyKeys, signIn, keys: join(folders.one, 'keys') }
}

const listKids = async (backend: Backend) => {
  const { json } = await send(backend, 'GET', '/.well-known/jwks.json')
  return keySetSchema.parse(json).keys.map(({ kid }) => kid)
}

const read = async (backend: Backend, headers: Record<string, string>) =>
  (await send(backend, 'GET', '/v1/declarations', undefined, headers)).status

it('rotates the keys of two servers that are restarted one after the other, and each reads the other at every step', async () => {
  const { open, copyKeys, signIn, keys } = await setup()
  let one = await open('one')
  await copyKeys()
  let two = await open('two')
  const old = await signIn(one, '+84905000011')

  await prepareKeys(keys)
  await copyKeys()
  await one.close()
  one = await open('one')
  const prepared = [await read(one, old), await read(two, await signIn(one, '+84905000012'))]
  await two.close()
  two = await open('two')
  await rotateSigningKey(keys)
  await rotateEncryptionKey(keys)
  await copyKeys()
  await one.close()
  one = await open('one')
  const fresh = await signIn(one, '+84905000013')
  const declared = await send(one, 'POST', '/v1/declarations', makeDeclaration(), {
    ...fresh,
    'idempotency-key': newKey(),
  })
  const [newestKid] = await listKids(one)
  const rotated = [
    await read(two, fresh),
    await read(one, old),
    await read(one, await signIn(two, '+84905000014')),
  ]

  expect(prepared).toEqual([200, 200])
  expect(declared.status).toBe(201)
  expect(rotated).toEqual([200, 200, 200])
  expect((await listKids(two))[0]).not.toBe(newestKid)
  expect(await listKids(two)).toContain(newestKid)
  await Promise.all([one.close(), two.close()])
})
