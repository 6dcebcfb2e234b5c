import type { Language, Pass } from '@kbyt/sdk/schema'
import { fillWords } from '../words/catalogue.js'
import type { QrViewWords } from '../words/qr-view.vi.js'
import { sayInstant } from '../words/say-instant.js'

/** A QR code with the words that belong to it, on screen, on paper and in a picture. */
export interface ShownQr {
  /** What the code holds. */
  readonly text: string
  /** Stands above the code; empty when nobody's. */
  readonly name: string
  /** What a screen reader says instead of the picture. */
  readonly label: string
  /** Stands below the code: until when it is valid. */
  readonly line: string
}

/** A pass as it is shown; `name` is the full name where it is known. */
export function toShownQr(
  { text, displayName, validUntil }: Pass,
  fullName: string,
  { pictureOf, validUntil: sentence }: QrViewWords['qrView'],
  language: Language,
): ShownQr {
  const name = fullName || displayName
  const line = fillWords(sentence, { when: sayInstant(validUntil, language) })
  return { text, name, line, label: fillWords(pictureOf, { name }) }
}
