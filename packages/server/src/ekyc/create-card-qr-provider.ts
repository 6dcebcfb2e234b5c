import { type CccdCard, parseCccdQr } from '@kbyt/sdk/documents'
import type { CardReading } from '@kbyt/sdk/schema'
import type { DecodeQr, EkycProvider } from '../ports.js'

/**
 * Reads the QR of a chip CCCD out of the card's photo. It compares no faces: a host that wants them
 * compared passes a provider of its own.
 *
 * @example
 * import { createCardQrProvider, type DecodeQr } from '@kbyt/server'
 *
 * const openEkyc = (decodeQr: DecodeQr) => createCardQrProvider(decodeQr)
 */
export function createCardQrProvider(decodeQr: DecodeQr): EkycProvider {
  return {
    name: 'card-qr',
    async read({ card }, options) {
      const texts = await decodeQr(card, options)
      const [read] = texts.flatMap((text) => parse(text) ?? [])
      return { document: read && toReading(read), face: 'not-checked' }
    },
  }
}

function parse(text: string): CccdCard | undefined {
  try {
    return parseCccdQr(text)
  } catch {
    return undefined
  }
}

function toReading({ identityDocument, fullName, bornOn, gender, address }: CccdCard): CardReading {
  return {
    idNumber: identityDocument.number,
    ...(fullName !== undefined && { fullName }),
    ...(bornOn !== undefined && { bornOn }),
    ...(gender !== undefined && { gender }),
    ...(address !== undefined && { address }),
  }
}
