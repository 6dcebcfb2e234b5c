import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { isBusy, toSqliteError } from './sqlite-error.js'

const patienceMs = 5_000
const pauseMs = 20

/**
 * Waits for another process's write without holding up this one: SQLite's own waiting stops the
 * whole process, pages and health checks included. Once somebody waited in vain, nobody waits until
 * a write has gone through again, or those in the queue would wait for ever.
 */
export function createPatientConnection(connection: DatabaseConnection): DatabaseConnection {
  let isPatient = true

  async function executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const givesUpAt = performance.now() + (isPatient ? patienceMs : 0)
    for (;;) {
      try {
        const result = await connection.executeQuery<Row>(query)
        isPatient ||= !query.sql.startsWith('select') // a reader meets no lock
        return result
      } catch (error) {
        if (!isBusy(error)) throw toSqliteError(error)
        isPatient = performance.now() < givesUpAt
        if (!isPatient) throw toSqliteError(error)
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }

  return {
    executeQuery,
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  }
}
