import { createConnection, type OutboxDatabase } from './create-connection.js'
import { createTabNews } from './create-tab-news.js'
import type { OutboxStore } from './outbox-store.js'

// Written through to the disk before it is called done.
const durably = { durability: 'strict' } as const

/**
 * Keeps visits in IndexedDB, for all tabs of the origin; nothing is opened before the first use.
 *
 * @example
 * import { createIndexedDbOutboxStore, createOutbox } from '@kbyt/sdk/check-in'
 *
 * const outbox = createOutbox({ client, store: createIndexedDbOutboxStore('my-app.visits') })
 */
export function createIndexedDbOutboxStore(name = 'kbyt.outbox'): OutboxStore {
  const use = createConnection(name)
  const news = createTabNews(name)

  async function change(work: (database: OutboxDatabase) => Promise<void>): Promise<void> {
    await use(work)
    news.notify()
  }

  return {
    name,
    isDurable: true,
    load: () => use(load),
    add: (value) =>
      change(async (database) => {
        const { store, done } = database.transaction('entries', 'readwrite', durably)
        await Promise.all([store.add(value), done])
      }),
    replace: (position, value) => change((database) => replace(database, position, value)),
    remove: (positions) =>
      change(async (database) => {
        const { store, done } = database.transaction('entries', 'readwrite', durably)
        await Promise.all([...positions.map((position) => store.delete(position)), done])
      }),
    setPause: (pause) =>
      change(async (database) => {
        const { store, done } = database.transaction('settings', 'readwrite', durably)
        await Promise.all([pause ? store.put(pause, 'pause') : store.delete('pause'), done])
      }),
    watch: news.add,
  }
}

async function load(database: OutboxDatabase) {
  const transaction = database.transaction(['entries', 'settings'])
  const entries = transaction.objectStore('entries')
  const [positions, values, pause] = await Promise.all([
    entries.getAllKeys(),
    entries.getAll(),
    transaction.objectStore('settings').get('pause'),
    transaction.done,
  ])
  return {
    entries: positions.map((position, index) => ({ position, value: values[index] })),
    pause,
  }
}

async function replace(database: OutboxDatabase, position: number, value: unknown): Promise<void> {
  const { store, done } = database.transaction('entries', 'readwrite', durably)
  const isThere = (await store.count(position)) > 0
  await Promise.all([isThere ? store.put(value, position) : undefined, done])
}
