import { isKbytError, KbytError } from '../errors.js'

const fullNames = new Set(['QuotaExceededError', 'ENOSPC', 'EDQUOT', 'EFBIG'])

/** Whatever a store threw, as the error that says that nothing was saved. */
export function toStorageError(cause: unknown): KbytError {
  if (isKbytError(cause)) return cause
  const isFull =
    cause instanceof Error && (fullNames.has(cause.name) || fullNames.has(readCode(cause)))
  return new KbytError(isFull ? 'storage_full' : 'storage_unavailable', { cause })
}

/** Node tells its errors apart by `code`, browsers by `name`. */
function readCode(error: Error): string {
  return 'code' in error ? String(error.code) : ''
}
