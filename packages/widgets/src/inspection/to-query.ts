import type { InspectionQuery } from '@kbyt/sdk/inspection'
import { type RecognizedQr, recognizeQr } from '@kbyt/sdk/qr'
import { findCause, type GarblingCause } from '../reader/find-cause.js'
import type { ReaderScan } from '../reader/reader-scan.js'
import { findTestCode } from '../reader/test-codes.js'
import { isCardSound } from './is-card-sound.js'

/** Where a text came from: fingers, or a machine that read a code. */
export type QuerySource = 'typed' | 'reader' | 'camera'

/** Why a text cannot be looked up; each is a sentence of the `desk` words. */
export type QueryProblem =
  | 'queryMissing'
  | 'garbled'
  | 'garbledByInputMethod'
  | 'garbledByLayout'
  | 'garbledByCapsLock'
  | 'cardUnsound'
  | 'testQr'
  | 'venueQr'
  | 'certificateQr'
  | 'urlQr'
  | 'nationalQr'

export type QueryAnswer =
  | { readonly query: InspectionQuery }
  | { readonly problem: QueryProblem }
  | { readonly problem: 'foreign' }

/** Papers have at most 12 characters; what is much longer was scanned. */
const longestTyped = 40

/**
 * What to ask the server for a text of the ID box, the reader or the camera: a pass by its QR, a card
 * by the number it holds, a typed number by itself; or why it cannot be asked.
 *
 * @param scan - How a reader typed it: names what has changed a text that is no code.
 */
export function toQuery(text: string, source: QuerySource, scan?: ReaderScan): QueryAnswer {
  const plain = text.trim()
  if (plain === '') return { problem: 'queryMissing' }
  if (findTestCode(plain)) return { problem: 'testQr' }
  const recognized = recognizeQr(plain)
  // A camera's picture carries its own check of every digit; a keyboard may lose one.
  if (source === 'reader' && !isCardSound(recognized)) return { problem: 'cardUnsound' }
  return fromRecognized(recognized) ?? fromUnknown(plain, source, scan)
}

function fromRecognized(recognized: RecognizedQr): QueryAnswer | undefined {
  const { kind, text } = recognized
  switch (kind) {
    case 'pass':
    case 'my-qr':
      return { query: { by: 'qr', qr: text } }
    case 'cccd':
      return { query: { by: 'id-number', idNumber: text.slice(0, 12) } }
    case 'bhyt':
      return { query: { by: 'id-number', idNumber: toSocialInsurance(text) } }
    case 'venue':
      return { problem: 'venueQr' }
    case 'health-certificate':
      return { problem: 'certificateQr' }
    case 'url':
      return { problem: 'urlQr' }
    case 'national':
      return { problem: 'nationalQr' }
    case 'unknown':
      return undefined
  }
}

// The last ten characters of a card's number are its owner's social insurance number (bhyt.json).
const toSocialInsurance = (card: string) => (card.split('|')[0] ?? '').slice(-10)

const garblings: Readonly<Record<GarblingCause, QueryProblem>> = {
  inputMethod: 'garbledByInputMethod',
  layout: 'garbledByLayout',
  capsLock: 'garbledByCapsLock',
  unknown: 'garbled',
}

function fromUnknown(plain: string, source: QuerySource, scan?: ReaderScan): QueryAnswer {
  // Digits as long as a pass: the server names what is wrong with them, and logs that it was asked.
  if (/^\d{16,4096}$/.test(plain)) return { query: { by: 'qr', qr: plain } }
  if (source === 'reader') return { problem: garblings[scan ? findCause(scan) : 'unknown'] }
  if (source === 'camera' || plain.length > longestTyped) return { problem: 'foreign' }
  return { query: { by: 'id-number', idNumber: plain } }
}
