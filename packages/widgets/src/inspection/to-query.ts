import type { InspectionQuery } from '@kbyt/sdk/inspection'
import { type RecognizedQr, recognizeQr } from '@kbyt/sdk/qr'

/** Where a text came from: fingers, or a machine that read a code. */
export type QuerySource = 'typed' | 'reader' | 'camera'

/** Why a text cannot be looked up; each is a sentence of the `desk` words. */
export type QueryProblem =
  | 'queryMissing'
  | 'garbled'
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
 */
export function toQuery(text: string, source: QuerySource): QueryAnswer {
  const plain = text.trim()
  if (plain === '') return { problem: 'queryMissing' }
  return fromRecognized(recognizeQr(plain)) ?? fromUnknown(plain, source)
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

function fromUnknown(plain: string, source: QuerySource): QueryAnswer {
  // Digits as long as a pass: the server names what is wrong with them, and logs that it was asked.
  if (/^\d{16,4096}$/.test(plain)) return { query: { by: 'qr', qr: plain } }
  if (source === 'reader') return { problem: 'garbled' }
  if (source === 'camera' || plain.length > longestTyped) return { problem: 'foreign' }
  return { query: { by: 'id-number', idNumber: plain } }
}
