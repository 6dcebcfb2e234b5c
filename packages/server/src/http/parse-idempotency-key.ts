import { KbytError } from '@kbyt/sdk'

const structuredString = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\]){1,255})"$/
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/**
 * Reads an Idempotency-Key: a structured-field string, as the draft has it (`"0190…"`), or a bare
 * UUID, which is what most clients send.
 *
 * @throws {KbytError} `idempotency_key_missing`, or `header_invalid` for any other form.
 */
export function parseIdempotencyKey(header: string | null): string {
  if (header === null || header === '') throw new KbytError('idempotency_key_missing')
  const quoted = structuredString.exec(header)?.[1]
  if (quoted !== undefined) return quoted.replace(/\\(["\\])/g, '$1')
  if (uuid.test(header)) return header
  throw new KbytError('header_invalid')
}
