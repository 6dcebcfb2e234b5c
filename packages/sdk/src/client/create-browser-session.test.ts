import { expect, it } from 'vitest'
import { createBrowserSession, type SessionStorageLike } from './create-browser-session.js'
import { session } from './fake-fetch.setup.js'

const refuse = () => {
  throw new DOMException('full', 'QuotaExceededError')
}

function setup(overrides: Partial<SessionStorageLike> = {}) {
  const items = new Map<string, string>()
  const storage: SessionStorageLike = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
    ...overrides,
  }
  return { items, storage, keeper: createBrowserSession(storage) }
}

it('finds the session again after a reload', () => {
  const { storage, keeper } = setup()

  keeper.save(session)

  expect(createBrowserSession(storage).load()).toEqual(session)
})

it('forgets it', () => {
  const { items, keeper } = setup()
  keeper.save(session)

  keeper.clear()

  expect(keeper.load()).toBeUndefined()
  expect(items.size).toBe(0)
})

it('keeps it in memory when the storage is full', () => {
  const { keeper } = setup({ setItem: refuse })

  keeper.save(session)

  expect(keeper.load()).toEqual(session)
})

it('prefers what it could not store to what lies there from before', () => {
  const { storage, items } = setup()
  createBrowserSession(storage).save(session)
  const newer = { ...session, token: 'kbyt_cs_newer' }
  const keeper = createBrowserSession({ ...storage, setItem: refuse })

  keeper.save(newer)

  expect(keeper.load()).toEqual(newer)
  expect([...items.values()].join()).not.toContain(session.token)
})

it('works without any storage', () => {
  const keeper = createBrowserSession(refuse)

  keeper.save(session)
  expect(keeper.load()).toEqual(session)

  keeper.clear()
  expect(keeper.load()).toBeUndefined()
})

it.each(['', 'null', '{}', '{"token":', '{"token":"a b","expiresAt":"x","phone":1}'])(
  'takes %j in the storage for no session',
  (text) => {
    const { items, keeper } = setup()
    items.set('kbyt.session', text)

    expect(keeper.load()).toBeUndefined()
  },
)
