import type { PublicKey } from '../schema/trust.js'
import { toKid } from './to-kid.js'

/** 32 bytes in base64url, spare bits zero. */
const coordinate = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/
const kidForm = /^[0-9a-f]{8}$/
const fixed = { kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' } as const
const privateMembers = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi', 'oth']
const cacheLimit = 100
const imported = new Map<string, Promise<CryptoKey>>()

/**
 * Checks that a JWK is a public P-256 key for ES256 signatures and nothing else. Only own members
 * count: a page may have polluted `Object.prototype`.
 *
 * @throws {TypeError} It is not.
 */
export function checkPublicKey(jwk: unknown): PublicKey {
  const members = new Map<string, unknown>(Object.entries(jwk ?? {}))
  const text = (name: string) => {
    const value = members.get(name)
    return typeof value === 'string' ? value : ''
  }
  if (privateMembers.some((name) => members.has(name)))
    throw new TypeError('The key set holds a private key: take it out of reach and replace it')
  for (const [name, value] of Object.entries(fixed))
    if (members.get(name) !== value) throw new TypeError(`A key must have ${name} "${value}"`)
  if (members.has('key_ops') && JSON.stringify(members.get('key_ops')) !== '["verify"]')
    throw new TypeError('A key may only have key_ops ["verify"]')
  if (!coordinate.test(text('x')) || !coordinate.test(text('y')))
    throw new TypeError('A key must have x and y of 32 bytes in base64url')
  if (!kidForm.test(text('kid'))) throw new TypeError('A key must have a kid of 8 hex digits')
  return { ...fixed, x: text('x'), y: text('y'), kid: text('kid') }
}

/**
 * Makes a checked key usable. The same key, byte for byte, is imported once.
 *
 * @throws {TypeError} The kid is not the key's, or the point is not on the curve.
 */
export function importPublicKey(key: PublicKey): Promise<CryptoKey> {
  const name = `${key.kid}.${key.x}.${key.y}`
  const known = imported.get(name)
  if (known) return known
  if (imported.size >= cacheLimit) imported.clear()
  const pending = importAnew(key)
  imported.set(name, pending)
  pending.catch(() => imported.delete(name))
  return pending
}

async function importAnew({ kty, crv, x, y, kid }: PublicKey): Promise<CryptoKey> {
  if (!globalThis.crypto?.subtle)
    throw new TypeError('WebCrypto is missing: serve the page over https or from localhost')
  if ((await toKid({ kty, crv, x, y })) !== kid)
    throw new TypeError(`kid "${kid}" is not the thumbprint of its key`)
  const algorithm = { name: 'ECDSA', namedCurve: crv }
  try {
    return await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify'])
  } catch (cause) {
    throw new TypeError(`Key ${kid} is no point of P-256`, { cause })
  }
}
