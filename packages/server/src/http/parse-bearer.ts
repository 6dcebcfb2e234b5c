import { KbytError } from '@kbyt/sdk'

export type Bearer =
  | { readonly kind: 'none'; readonly token?: never }
  | {
      readonly kind: 'citizen' | 'officer' | 'device' | 'subscriber' | 'source' | 'key'
      readonly token: string
    }

/**
 * Reads the Authorization header: a session's token, a key or a signed token, told apart by prefix.
 *
 * @throws {KbytError} `header_invalid` for another scheme or two headers.
 */
export function parseBearer(header: string | null): Bearer {
  if (header === null) return { kind: 'none' }
  const token = /^Bearer +([\w.~+/-]{1,1000}=*)$/i.exec(header)?.[1]
  if (token === undefined) throw new KbytError('header_invalid')
  if (token.startsWith('kbyt_cs_')) return { kind: 'citizen', token }
  if (token.startsWith('kbyt_os_')) return { kind: 'officer', token }
  if (token.startsWith('kbyt_dk_')) return { kind: 'device', token }
  if (token.startsWith('kbyt_fk_')) return { kind: 'subscriber', token }
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return { kind: 'source', token }
  if (token.length > 200) throw new KbytError('header_invalid')
  return { kind: 'key', token }
}
