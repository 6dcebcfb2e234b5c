import { decode, encode } from 'jose/base64url'
import type { Passwords } from '../ports.js'

// Few rounds on purpose: the mock keeps nobody's password and its tests sign in often.
const mockRounds = 1_000
const { subtle } = crypto

/**
 * Passwords for the mock only: PBKDF2 with few rounds, because browsers have no argon2. A server
 * that keeps real passwords uses `createPasswords` of `@kbyt/server/node`.
 *
 * @example
 * const hash = await createWebPasswords().hash('mot-mat-khau-dai')
 */
export function createWebPasswords(): Passwords {
  return {
    async hash(password) {
      const salt = crypto.getRandomValues(new Uint8Array(16))
      return `$mock-pbkdf2$${encode(salt)}$${await stretch(password, salt)}`
    },
    async verify(hash, password) {
      const [, name, salt, expected] = hash.split('$')
      if (name !== 'mock-pbkdf2' || !salt) throw new Error('not a password hash of the mock')
      return (await stretch(password, new Uint8Array(decode(salt)))) === expected
    },
  }
}

async function stretch(password: string, salt: Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = new TextEncoder().encode(password.normalize('NFC'))
  const key = await subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits'])
  const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: mockRounds }
  return encode(new Uint8Array(await subtle.deriveBits(pbkdf2, key, 256)))
}
