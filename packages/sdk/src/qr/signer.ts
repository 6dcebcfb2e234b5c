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

/** Signs bytes by ES256: 64 bytes, r before s. */
export type SignBytes = (
  bytes: Uint8Array<ArrayBuffer>,
) => Uint8Array | ArrayBuffer | Promise<Uint8Array | ArrayBuffer>

/** What a signer signs with: a crypto library other than WebCrypto, or where the private key lies. */
export type OpenKey = (key: SigningKey) => SignBytes | Promise<SignBytes>

/**
 * Makes a signer of a key that {@link generateSigningKey} made.
 *
 * @param open - What signs with the private half. @defaultValue WebCrypto
 * @throws {TypeError} It is no such key, or its halves or its kid do not belong together.
 * @example
 * const signer = await importSigner(await generateSigningKey())
 */
export async function importSigner(key: SigningKey, open: OpenKey = openByWeb): Promise<Signer> {
  const { d: _, ...jwk } = key
  const publicKey = checkPublicKey(jwk)
  const { kid } = publicKey
  const signBytes = await Promise.resolve(key)
    .then(open)
    .catch((cause) => {
      throw new TypeError('The key is no private P-256 key', { cause })
    })

  const sign = async (kind: SignedKind, payload: Uint8Array) => {
    const header = encode(JSON.stringify(toProtectedHeader(kind, kid)))
    // RFC 7515, 5.1: what a JWS signs; the token itself nobody needs
    const signed = new TextEncoder().encode(`${header}.${encode(payload)}`)
    return toLowS(new Uint8Array(await signBytes(signed)))
  }
  await checkHalves(publicKey, signBytes)
  return { kid, publicKey, sign }
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

async function openByWeb({ kty, crv, x, y, d }: SigningKey): Promise<SignBytes> {
  const jwk = { kty, crv, x, y, d }
  const privateKey = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign'])
  return (bytes) => crypto.subtle.sign(algorithm, privateKey, bytes)
}

/** Not every engine checks on import that d belongs to x and y; nobody could verify such passes. */
async function checkHalves(publicKey: PublicKey, signBytes: SignBytes): Promise<void> {
  const verifyKey = await importPublicKey(publicKey)
  const probe = new Uint8Array(1)
  const signature = new Uint8Array(await signBytes(probe))
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
