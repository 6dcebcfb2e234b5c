import { KbytError } from '@kbyt/sdk'

export type Bearer =
  | { readonly kind: 'none'; readonly token?: never }
  | { readonly kind: 'citizen' | 'officer' | 'device' | 'key'; readonly token: string }

/**
 * Reads the Authorization header: a session's token, a device key or a publishable key, told apart by prefix.
 *
 * @throws {KbytError} `header_invalid` for another scheme or two headers.
 */
export function parseBearer(header: string | null): Bearer {
  if (header === null) return { kind: 'none' }
  const token = /^Bearer +([\w.~+/-]{1,200}=*)$/i.exec(header)?.[1]
  if (token === undefined) throw new KbytError('header_invalid')
  if (token.startsWith('kbyt_cs_')) return { kind: 'citizen', token }
  if (token.startsWith('kbyt_os_')) return { kind: 'officer', token }
  if (token.startsWith('kbyt_dk_')) return { kind: 'device', token }
  return { kind: 'key', token }
}
