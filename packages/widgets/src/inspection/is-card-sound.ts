import { parseCccdQr, readCccdNumber } from '@kbyt/sdk/documents'
import type { RecognizedQr } from '@kbyt/sdk/qr'

/**
 * Whether a card agrees with itself. A pass is signed, a card is not: a digit that a reader lost or
 * doubled shows where the number of a CCCD says another year of birth or gender than the card. Other
 * codes have nothing to compare.
 */
export function isCardSound({ kind, text }: RecognizedQr): boolean {
  if (kind !== 'cccd') return true
  try {
    const { identityDocument, bornOn, gender } = parseCccdQr(text)
    const number = readCccdNumber(identityDocument.number)
    // Every card has the date; an insurance card that lost its first letters has another part there.
    const isSameYear = Number(bornOn?.slice(0, 4)) === number.birthYear
    return isSameYear && (gender === undefined || gender === number.gender)
  } catch {
    return false
  }
}
