import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { declare, send, setup as setupApp, signIn } from '../../backend.setup.js'
import { checkKeys } from '../../crypto/check-keys.js'
import { createNodeVault } from '../../crypto/node-vault.js'
import type { DatabaseAddress } from '../dialects/open-dialect.js'
import { createTestDatabase } from '../postgres.setup.js'
import { createSqlStore } from './create-sql-store.js'
import { findUsedKeys } from './find-used-keys.js'
import { openDatabase } from './open-database.js'
import { resealRows } from './reseal-rows.js'

const database = await createTestDatabase()
const folder = await mkdtemp(join(tmpdir(), 'kbyt-reseal-'))
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const secret = (fill: number) => new Uint8Array(32).fill(fill)
const makeVault = (...ids: string[]) =>
  createNodeVault({
    indexKey: secret(1),
    otpKey: secret(2),
    encryptionKeys: ids.map((id) => ({ id, secret: secret(id.length) })),
  })

/** A database whose rows the key `old` has sealed, among them a declaration. */
async function setup(address: DatabaseAddress) {
  const store = await createSqlStore(address)
  const old = makeVault('old')
  await checkKeys(old, store.keyCheck)
  const before = await setupApp({ store, vault: old })
  await declare(before, await signIn(before))
  const opened = await openDatabase(address)
  onTestFinished(async () => {
    await opened.close()
    await store.close()
  })
  return { store, opened }
}

describe.each<[string, DatabaseAddress]>([
  ['SQLite', { sqlite: join(folder, 'kbyt.sqlite') }],
  ['PostgreSQL', { postgres: database.url }],
])('on %s', (_name, address) => {
  it('a new key seals every row that lasts, and opens all of it alone', async () => {
    const { store, opened } = await setup(address)

    const first = await resealRows(opened.db, makeVault('newest', 'old'), 'newest')
    const again = await resealRows(opened.db, makeVault('newest', 'old'), 'newest')
    const alone = await setupApp({ store, vault: makeVault('newest') })
    const own = await signIn(alone)
    const found = await send(alone, 'GET', '/v1/declarations', undefined, own)

    expect(first.unreadable).toBe(0)
    expect(first.resealed).toBeGreaterThanOrEqual(3) // declaration, pass, key check
    expect(again).toEqual({ resealed: 0, unreadable: 0 })
    expect(found.json.declarations).toHaveLength(1)
    await checkKeys(makeVault('newest'), store.keyCheck)
    // sessions and stored answers go by themselves, and keep the old key until then
    expect(await findUsedKeys(opened.db, ['old', 'never'])).toEqual(['old'])
  })
})

it('leaves and counts what no key opens', async () => {
  const { opened } = await setup({ sqlite: join(folder, 'stranger.sqlite') })

  const done = await resealRows(opened.db, makeVault('stranger'), 'stranger')

  expect(done.resealed).toBe(0)
  expect(done.unreadable).toBeGreaterThanOrEqual(3)
})
