import { StoreUnavailable } from '../store-unavailable.js'

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const busy = 5
const locked = 6
const readOnly = 8
const inputOutput = 10
const full = 13
const cannotOpen = 14
const unavailable = [busy, locked, readOnly, inputOutput, full, cannotOpen]

/** Whether another process writes at the moment. */
export function isBusy(error: unknown): boolean {
  return error instanceof StoreUnavailable && toResultCode(error.cause) === busy
}

/** What to throw for an error of `node:sqlite`: the disk's and the lock's trouble passes, a bug does not. */
export function toSqliteError(error: unknown): unknown {
  return unavailable.includes(toResultCode(error) ?? 0) ? new StoreUnavailable(error) : error
}

/** Extended codes carry the primary one in their lowest byte. */
function toResultCode(error: unknown): number | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'errcode') : undefined
  return typeof code === 'number' ? code & 0xff : undefined
}
