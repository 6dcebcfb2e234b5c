import { type DBSchema, openDB } from 'idb'
import type { TrustStore } from './trust-store.js'

interface TrustDatabase extends DBSchema {
  bundles: { key: string; value: string }
}

const table = 'bundles'
const current = 'current'

/**
 * Keeps the bundle in IndexedDB, so that a checkpoint without a network works after a reload. Where
 * IndexedDB is closed or full its methods reject; the keeper then goes on from memory.
 *
 * @param name - Of the database. @defaultValue `kbyt-trust`
 * @example
 * import { createBrowserTrustStore } from '@kbyt/sdk/trust'
 *
 * const store = createBrowserTrustStore()
 */
export function createBrowserTrustStore(name = 'kbyt-trust'): TrustStore {
  return {
    load: () => use(name, (database) => database.get(table, current)),
    save: (jws) => use(name, async (database) => void (await database.put(table, jws, current))),
  }
}

type Database = Awaited<ReturnType<typeof open>>

const open = (name: string) =>
  openDB<TrustDatabase>(name, 1, { upgrade: (database) => void database.createObjectStore(table) })

/** Opened for each use, so that no tab stands in the way of another's upgrade. */
async function use<Result>(name: string, act: (database: Database) => Promise<Result>) {
  const database = await open(name)
  try {
    return await act(database)
  } finally {
    database.close()
  }
}
