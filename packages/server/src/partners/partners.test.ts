import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { send, setup } from '../backend.setup.js'
import { createMemoryStore } from '../memory.js'
import { StoreUnavailable } from '../store/store-unavailable.js'
import { makePartner } from './make-partner.js'

const origin = 'https://new-partner.vn'

const make = (origins: string[]) => makePartner({ name: 'Partner', origins }, randomBytes, 0)

async function setupWithPartner() {
  const backend = await setup({ publishableKeys: [] })
  const partner = make([origin])
  await backend.store.partners.savePartner(partner)
  const ask = async () => {
    const headers = { origin, authorization: `Bearer ${partner.publishableKey}` }
    const { status, json } = await send(backend, 'GET', '/v1/config', undefined, headers)
    return json.code ?? status
  }
  return { backend, partner, ask }
}

it('lets a partner in once the keys were read again, and out likewise', async () => {
  const { backend, partner, ask } = await setupWithPartner()

  const before = await ask()
  await backend.app.refreshPartners()
  const added = await ask()
  await backend.store.partners.removePartner(partner.publishableKey)
  await backend.app.refreshPartners()

  expect([before, added, await ask()]).toEqual(['key_unknown', 200, 'key_unknown'])
})

it('answers a preflight for the union of all origins that partners have now', async () => {
  const { backend } = await setupWithPartner()
  const preflight = () =>
    backend.app.request('https://kbyt.example/v1/config', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    })

  const before = await preflight()
  await backend.app.refreshPartners()
  const after = await preflight()

  expect(before.headers.get('access-control-allow-origin')).toBeNull()
  expect(after.headers.get('access-control-allow-origin')).toBe(origin)
})

it('goes on with the keys it knows while the database is away', async () => {
  const store = createMemoryStore()
  const partner = make([origin])
  await store.partners.savePartner(partner)
  let isAway = false
  const listPartners = async () => {
    if (isAway) throw new StoreUnavailable(new Error('away'))
    return store.partners.listPartners()
  }
  const backend = await setup({
    store: { ...store, partners: { ...store.partners, listPartners } },
  })
  await backend.app.refreshPartners()

  isAway = true
  await expect(backend.app.refreshPartners()).rejects.toThrow(StoreUnavailable)

  const headers = { origin, authorization: `Bearer ${partner.publishableKey}` }
  expect(await send(backend, 'GET', '/v1/config', undefined, headers)).toMatchObject({
    status: 200,
  })
})

it('makes keys that meet no other', () => {
  const keys = [1, 2].map(() => make([origin]).publishableKey)

  expect(new Set(keys).size).toBe(2)
  for (const key of keys) expect(key).toMatch(/^kbyt_pk_[\w-]{22}$/)
})

it.each(['http://partner.vn', 'https://partner.vn/', 'https://partner.vn/page', 'partner.vn', '*'])(
  'takes no %s for an origin',
  (wrong) => {
    expect(() => make([wrong])).toThrow(wrong)
  },
)
