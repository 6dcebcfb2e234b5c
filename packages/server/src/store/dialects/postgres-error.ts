import pg from 'pg'
import { StoreUnavailable } from '../store-unavailable.js'

/**
 * SQLSTATEs that pass: connection, transaction rolled back, resources (disk, memory, connections),
 * object in use, shutdown, system error, the read-only of a replica that took over, and a statement that
 * was to be prepared by one that failed.
 */
const passing = /^(?:08|40|53|55|57|58)|^(?:25006|26000)$/

/** What to throw for an error of `pg`; whatever did not come from the server says that it is gone. */
export function toPostgresError(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) {
    return passing.test(error.code ?? '') ? new StoreUnavailable(error) : error
  }
  return error instanceof TypeError ? error : new StoreUnavailable(error)
}
