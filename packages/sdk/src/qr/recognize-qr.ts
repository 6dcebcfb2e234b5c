import { decodeEnvelope, type QrKind } from './envelope.js'
import { toScannedText } from './scanned-text.js'

/**
 * What a scanned text is, by its form alone; nothing is proven. `text` is what to hand on: to
 * `verifyQr` (pass), `parseCccdQr`, `parseBhytQr`, `parseNationalQr`. A `url` is shown as text, never opened.
 */
export type RecognizedQr =
  | { readonly kind: 'pass' | 'my-qr'; readonly text: string }
  /** A poster's address; `text` is its fragment, `host` is not yet checked. */
  | {
      readonly kind: 'venue'
      readonly text: string
      readonly venueCode: string
      readonly host: string
    }
  | { readonly kind: 'cccd' | 'bhyt' | 'national'; readonly text: string }
  | {
      readonly kind: 'health-certificate'
      readonly standard: 'eu-dcc' | 'smart'
      readonly text: string
    }
  | { readonly kind: 'url'; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string }

// A QR holds at most 7,089 digits; a longer text comes from somewhere else.
const maxLength = 7_089

const cccd = /^\d{12}\|/
const bhyt = /^(?:[A-Z]{2}[1-5]\d{12}|\d{10})\|/i
// Of the national personal QR only the order is known: …|…|…|0 or 1|QID|EXT.
const national = /^[^|]*\|[^|]*\|[^|]*\|[01]\|[^|]+\|[^|]*$/
const address = /^[a-z][a-z0-9+.-]*:\S+$/i
const venuePath = /^\/v\/([0-9A-Za-z]{8})$/

/**
 * Names what a scanner met, so that an app can say more than "not ours". Takes any input of any
 * length at once and never throws.
 *
 * @example
 * import { recognizeQr } from '@kbyt/sdk/qr'
 *
 * recognizeQr('046190012346||Trần Thị Bích|15081990|Nữ|Huế|20032022').kind // 'cccd'
 */
export function recognizeQr(text: string): RecognizedQr {
  if (typeof text !== 'string' || text.length > maxLength) return { kind: 'unknown', text: '' }
  const scanned = toScannedText(text)
  return (
    recognizeOwn(scanned) ??
    recognizeCard(scanned) ??
    recognizeCertificate(scanned) ??
    recognizeAddress(scanned) ?? { kind: 'unknown', text: scanned }
  )
}

function findOwnKind(digits: string): QrKind | undefined {
  try {
    return decodeEnvelope(digits).kind
  } catch {
    return undefined
  }
}

function recognizeOwn(text: string): RecognizedQr | undefined {
  const kind = findOwnKind(text)
  return kind && kind !== 'venue' ? { kind, text } : undefined
}

function recognizeCard(text: string): RecognizedQr | undefined {
  const parts = text.split('|').length
  if (cccd.test(text) && parts >= 7) return { kind: 'cccd', text }
  if (bhyt.test(text) && parts >= 13) return { kind: 'bhyt', text }
  return national.test(text) ? { kind: 'national', text } : undefined
}

function recognizeCertificate(text: string): RecognizedQr | undefined {
  if (text.startsWith('HC1:')) return { kind: 'health-certificate', standard: 'eu-dcc', text }
  if (/^shc:\//i.test(text)) return { kind: 'health-certificate', standard: 'smart', text }
  return undefined
}

function findUrl(text: string): URL | undefined {
  try {
    return new URL(text) // URL.parse is younger than many phones
  } catch {
    return undefined
  }
}

function recognizeAddress(text: string): RecognizedQr | undefined {
  if (!address.test(text)) return undefined
  const url = findUrl(text)
  const venueCode = url?.protocol === 'https:' && venuePath.exec(url.pathname)?.[1]
  const digits = url?.hash.slice(1) ?? ''
  if (!url || !venueCode || findOwnKind(digits) !== 'venue') return { kind: 'url', text }
  return { kind: 'venue', text: digits, venueCode, host: url.host }
}
