import { encode } from 'jose/base64url'
import type { KeySet, PublicKey } from '../schema/trust.js'
import { type SignedKind, toProtectedHeader } from './jws.js'
import { toLowS } from './low-s.js'
import { checkPublicKey, importPublicKey } from './public-key.js'
import type { SigningKey } from './signing-key.js'

/** A private key ready for use, which cannot be read back, with its public half. */
export interface Signer {
  readonly kid: string
  readonly publicKey: PublicKey
  /** Signs the payload of one kind; the signature has its s in the lower half. */
  sign(kind: SignedKind, payload: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Makes a signer of a key that {@link generateSigningKey} made.
 *
 * @throws {TypeError} It is no such key, or its halves or its kid do not belong together.
 * @example
 * const signer = await importSigner(await generateSigningKey())
 */
export async function importSigner({ d, ...jwk }: SigningKey): Promise<Signer> {
  const publicKey = checkPublicKey(jwk)
  const { kid } = publicKey
  const privateKey = await importPrivateKey(publicKey, d)

  const sign = async (kind: SignedKind, payload: Uint8Array) => {
    const header = encode(JSON.stringify(toProtectedHeader(kind, kid)))
    // RFC 7515, 5.1: what a JWS signs; the token itself nobody needs
    const signed = new TextEncoder().encode(`${header}.${encode(payload)}`)
    return toLowS(new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, signed)))
  }
  await checkHalves(publicKey, privateKey)
  return { kid, publicKey, sign }
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

async function importPrivateKey({ kty, crv, x, y }: PublicKey, d: string): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, algorithm, false, ['sign'])
  } catch (cause) {
    throw new TypeError('The key is no private P-256 key', { cause })
  }
}

/** Not every engine checks on import that d belongs to x and y; nobody could verify such passes. */
async function checkHalves(publicKey: PublicKey, privateKey: CryptoKey): Promise<void> {
  const verifyKey = await importPublicKey(publicKey)
  const probe = new Uint8Array(1)
  const signature = await crypto.subtle.sign(algorithm, privateKey, probe)
  if (!(await crypto.subtle.verify(algorithm, verifyKey, signature, probe)))
    throw new TypeError('The private half of the key does not belong to its public half')
}

/**
 * The key set to publish at `/.well-known/jwks.json`: public halves only, newest first as given.
 *
 * @throws {TypeError} Two of the keys share a kid: make one of them anew.
 * @example
 * const { keys } = toKeySet([await importSigner(await generateSigningKey())])
 */
export function toKeySet(signers: readonly Signer[]): KeySet {
  const keys = signers.map((signer) => signer.publicKey)
  if (new Set(keys.map((key) => key.kid)).size < keys.length)
    throw new TypeError('Two signing keys have one kid')
  return { keys }
}
