/**
 * Thrown when the database does not answer, is locked or full, or is going down: nothing was written
 * as far as it knows, and the same call may go through in a while.
 */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('the database is unavailable', { cause })
    this.name = 'StoreUnavailable'
  }
}
