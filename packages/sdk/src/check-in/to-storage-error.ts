import { isKbytError, KbytError } from '../errors.js'

const fullNames = new Set(['QuotaExceededError', 'ENOSPC', 'EDQUOT', 'EFBIG'])

/** Whatever a store threw, as the error that says that nothing was saved. */
export function toStorageError(cause: unknown): KbytError {
  if (isKbytError(cause)) return cause
  // Browsers tell their errors apart by `name`, Node by `code`.
  const isFull = [read(cause, 'name'), read(cause, 'code')].some((word) => fullNames.has(word))
  return new KbytError(isFull ? 'storage_full' : 'storage_unavailable', { cause })
}

function read(value: unknown, key: string): string {
  return typeof value === 'object' && value !== null ? String(Reflect.get(value, key)) : ''
}
