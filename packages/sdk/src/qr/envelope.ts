import { KbytError } from '../errors.js'
import { fromDigits, toDigits } from './digits.js'
import { fromHex, toHex } from './hex.js'
import { toScannedText } from './scanned-text.js'

/** What a KBYT code is, in the order of its number in the envelope: 1, 2, 3. */
const qrKinds = ['pass', 'my-qr', 'venue'] as const
export type QrKind = (typeof qrKinds)[number]

/** `decimal( 0x01 ‖ kind(1) ‖ kid(4) ‖ body )`; how the body is cut depends on the kind. */
export interface Envelope {
  readonly kind: QrKind
  /** 8 hex digits. */
  readonly kid: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** The leading 1 keeps the zeros that follow it. */
const lead = 1
const headLength = 6
const maxDigits = 1_000
// lead, kind, kid, one byte of payload and a signature of 64: nothing shorter can be ours.
const minDigits = 169

/** The bytes of an envelope. */
export function toEnvelopeBytes({ kind, kid, body }: Envelope): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(lead, qrKinds.indexOf(kind) + 1, ...fromHex(kid), ...body)
}

/** Writes an envelope as the digits that a QR shows. */
export function encodeEnvelope(envelope: Envelope): string {
  return toDigits(toEnvelopeBytes(envelope))
}

/**
 * Reads the digits of a QR. Only the one text that {@link encodeEnvelope} writes is taken.
 *
 * @throws {KbytError} `qr_foreign`: no digits, or too few to be ours (an ID number, a bar code).
 * `qr_malformed`: digits, but damaged or cut off; scan again.
 */
export function decodeEnvelope(text: string): Envelope {
  const digits = toScannedText(text)
  if (digits === '') throw new KbytError('qr_malformed', { message: 'The text is empty' })
  if (!/^[0-9]+$/.test(digits) || digits.length < minDigits) throw new KbytError('qr_foreign')
  if (digits.length > maxDigits || digits.startsWith('0')) throw new KbytError('qr_malformed')

  const bytes = fromDigits(digits)
  const kind = qrKinds[(bytes[1] ?? 0) - 1]
  if (bytes[0] !== lead || !kind) throw new KbytError('qr_malformed')
  return { kind, kid: toHex(bytes.subarray(2, headLength)), body: bytes.slice(headLength) }
}
