import { KbytError } from '../errors.js'
import { decodeBase64url } from './base64url.js'
import { decompressPoint } from './decompress-point.js'
import { cutBody, type SignedPayload } from './jws.js'
import { isLowS, signatureLength } from './low-s.js'
import { epochMs } from './pass-facts.js'

/** What a holder signs begins with this, so that it can be nothing else. */
const label = new TextEncoder().encode('kbyt-my-qr\0')
const timeLength = 4
const curve = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** What the holder of a grant adds to it: the moment of showing, and a signature over all before. */
export interface HolderProof {
  readonly grant: SignedPayload
  /** Milliseconds since 1970. */
  readonly shownAt: number
  readonly signature: Uint8Array<ArrayBuffer>
}

/**
 * Cuts `grant ‖ issuer signature(64) ‖ time(4) ‖ holder signature(64)` from its tail.
 *
 * @throws {KbytError} `qr_malformed`: too short. `qr_forged`: a signature is not in its one form.
 */
export function cutProof(body: Uint8Array<ArrayBuffer>): HolderProof {
  const signature = body.slice(-signatureLength)
  const time = body.slice(-signatureLength - timeLength, -signatureLength)
  if (time.length < timeLength) throw new KbytError('qr_malformed')
  if (!isLowS(signature)) throw new KbytError('qr_forged')
  const grant = cutBody(body.slice(0, -signatureLength - timeLength))
  return { grant, shownAt: epochMs + new DataView(time.buffer).getUint32(0) * 1_000, signature }
}

/** Writes the moment of showing as a code holds it: whole seconds, 4 bytes. */
export function encodeShownAt(shownAt: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(timeLength)
  new DataView(bytes.buffer).setUint32(0, Math.floor((shownAt - epochMs) / 1_000))
  return bytes
}

/** What the holder signs: the label, a zero, and every byte of the envelope before the signature. */
export function toProofInput(before: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(...label, ...before)
}

/**
 * Proves that the device with the grant's key drew this code.
 *
 * @throws {KbytError} `qr_malformed`: the key is no point. `qr_forged`: another key signed.
 */
export async function proveHolder(
  holderKey: string,
  signature: Uint8Array<ArrayBuffer>,
  before: Uint8Array,
): Promise<void> {
  const key = await importHolderKey(holderKey)
  if (!(await crypto.subtle.verify(curve, key, signature, toProofInput(before))))
    throw new KbytError('qr_forged')
}

async function importHolderKey(holderKey: string): Promise<CryptoKey> {
  try {
    const point = decompressPoint(decodeBase64url(holderKey))
    return await crypto.subtle.importKey('raw', point, curve, false, ['verify'])
  } catch (cause) {
    throw new KbytError('qr_malformed', { cause })
  }
}
