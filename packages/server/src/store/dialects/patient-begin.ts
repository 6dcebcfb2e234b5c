import { CompiledQuery } from 'kysely'
import type { SqliteConnection } from './sqlite-connection.js'
import { isBusy } from './sqlite-error.js'

const patienceMs = 5_000
const pauseMs = 20

/** The writer's lock from the start: a reader that turns writer late fails without waiting. */
const begin = CompiledQuery.raw('begin immediate')

/**
 * What begins a transaction, and waits for another process's write without holding up this one:
 * SQLite's own waiting stops the whole process, pages and health checks included. Once somebody waited
 * in vain, nobody waits until it has gone through again, or those in the queue would wait for ever.
 */
export function createPatientBegin(connection: SqliteConnection): () => Promise<void> {
  let isPatient = true
  return async () => {
    const givesUpAt = performance.now() + (isPatient ? patienceMs : 0)
    for (;;) {
      try {
        connection.execute(begin)
        isPatient = true
        return
      } catch (error) {
        if (!isBusy(error)) throw error
        isPatient = performance.now() < givesUpAt
        if (!isPatient) throw error
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}
