import { encode } from 'jose/base64url'
import { KbytError } from '../errors.js'
import type { QrKind } from './envelope.js'
import { isLowS, signatureLength } from './low-s.js'

/** What is signed as a JWS: the QRs, and the trust bundle that a verifier works from. */
export type SignedKind = QrKind | 'bundle'

/** The `typ` of each kind; of my QR the issuer signs the grant. */
const types: Record<SignedKind, string> = {
  pass: 'kbyt-pass',
  'my-qr': 'kbyt-grant',
  venue: 'kbyt-venue',
  bundle: 'kbyt-bundle',
}

export interface ProtectedHeader {
  readonly alg: 'ES256'
  readonly kid: string
  readonly typ: string
}

/** The JWS header: a fixed function of kind and kid, so the QR need not carry it. */
export function toProtectedHeader(kind: SignedKind, kid: string): ProtectedHeader {
  return { alg: 'ES256', kid, typ: types[kind] }
}

/** A payload and its issuer's signature, as {@link cutBody} finds them in a pass and a venue. */
export interface SignedPayload {
  readonly payload: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

/**
 * Cuts `payload ‖ signature(64)`.
 *
 * @throws {KbytError} `qr_malformed`: too short. `qr_forged`: the signature is not in the one form that
 * every issuer writes, so none of them wrote it, and to scan again would not help.
 */
export function cutBody(body: Uint8Array<ArrayBuffer>): SignedPayload {
  const payload = body.slice(0, -signatureLength)
  const signature = body.slice(-signatureLength)
  if (payload.length === 0) throw new KbytError('qr_malformed')
  if (!isLowS(signature)) throw new KbytError('qr_forged')
  return { payload, signature }
}

/** The compact JWS (RFC 7515) that a payload and its signature stand for. */
export function toJws(
  { kind, kid }: { readonly kind: SignedKind; readonly kid: string },
  { payload, signature }: SignedPayload,
): string {
  const header = encode(JSON.stringify(toProtectedHeader(kind, kid)))
  return `${header}.${encode(payload)}.${encode(signature)}`
}
