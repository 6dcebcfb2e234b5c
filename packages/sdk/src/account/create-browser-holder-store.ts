import { type DBSchema, openDB } from 'idb'
import type { HolderKeyStore } from './holder-key.js'

interface AccountDatabase extends DBSchema {
  'holder-keys': { key: string; value: CryptoKeyPair }
}

const table = 'holder-keys'
const current = 'current'

/**
 * Keeps the holder key in IndexedDB, as WebCrypto's own object: it survives a reload, and no script
 * can read it out. Where IndexedDB is closed (private windows of some browsers) its methods reject
 * with the browser's error: go on with {@link createMemoryHolderStore}.
 *
 * @param name - Of the database. @defaultValue `kbyt-account`
 * @example
 * import { createBrowserHolderStore, openHolderKey } from '@kbyt/sdk/account'
 *
 * const holderKey = await openHolderKey(createBrowserHolderStore())
 */
export function createBrowserHolderStore(name = 'kbyt-account'): HolderKeyStore {
  return {
    load: () => use(name, (database) => database.get(table, current)),
    add: (pair) =>
      use(name, async (database) => {
        const transaction = database.transaction(table, 'readwrite')
        const kept = await transaction.store.get(current)
        if (!kept) await transaction.store.put(pair, current)
        await transaction.done
        return kept ?? pair
      }),
    clear: () => use(name, (database) => database.delete(table, current)),
  }
}

type Database = Awaited<ReturnType<typeof open>>

const open = (name: string) =>
  openDB<AccountDatabase>(name, 1, {
    upgrade: (database) => void database.createObjectStore(table),
  })

/** Opened for each use, so that no tab stands in the way of another's upgrade. */
async function use<Result>(name: string, act: (database: Database) => Promise<Result>) {
  const database = await open(name)
  try {
    return await act(database)
  } finally {
    database.close()
  }
}
