import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Pause } from './outbox-store.js'
import { toStorageError } from './to-storage-error.js'

/** `entries` is numbered by the database: its order is that of all tabs. */
interface OutboxSchema extends DBSchema {
  entries: { key: number; value: unknown }
  settings: { key: string; value: Pause }
}

export type OutboxDatabase = IDBPDatabase<OutboxSchema>

/** Does its work on the open database. */
export type UseDatabase = <Result>(
  work: (database: OutboxDatabase) => Promise<Result>,
) => Promise<Result>

const databaseVersion = 1

/** Opens the database with the first use, and again after it was lost. */
export function createConnection(name: string): UseDatabase {
  let opening: Promise<OutboxDatabase> | undefined

  function open(): Promise<OutboxDatabase> {
    const forget = () => {
      opening = undefined
    }
    const opened = openDB<OutboxSchema>(name, databaseVersion, {
      upgrade(database) {
        database.createObjectStore('entries', { autoIncrement: true })
        database.createObjectStore('settings')
      },
      // Out of the way of a tab with a newer version.
      blocking(_current, _blocked, event) {
        forget()
        if (event.target instanceof IDBDatabase) event.target.close()
      },
      terminated: forget,
    })
    opened.catch(forget)
    return opened
  }

  return async (work) => {
    try {
      opening ??= open()
      return await work(await opening)
    } catch (cause) {
      throw toStorageError(cause)
    }
  }
}
