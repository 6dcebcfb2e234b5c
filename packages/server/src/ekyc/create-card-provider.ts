import { type CccdCard, parseCccdQr } from '@kbyt/sdk/documents'
import { type MrzCard, parseMrz } from '@kbyt/sdk/documents/mrz'
import type { CardReading } from '@kbyt/sdk/schema'
import type { EkycProvider, ReadPhoto } from '../ports.js'

/** How {@link createCardProvider} looks at a photo. */
export interface CardProviderOptions {
  /** The texts of the QR codes in it. */
  readonly decodeQr: ReadPhoto
  /** The machine-readable zones in it, of which every check digit agrees. */
  readonly readZones: ReadPhoto
}

/**
 * Reads either side of an ID card out of a photo: the QR of a chip CCCD, else the machine-readable zone.
 * It compares no faces: a host that wants them compared passes a provider of its own.
 *
 * @example
 * import { type CardProviderOptions, createCardProvider } from '@kbyt/server'
 *
 * const openEkyc = (reader: CardProviderOptions) => createCardProvider(reader)
 */
export function createCardProvider({ decodeQr, readZones }: CardProviderOptions): EkycProvider {
  async function find(photo: Uint8Array, options: { readonly signal: AbortSignal }) {
    const [card] = (await decodeQr(photo, options)).flatMap((text) => parse(parseCccdQr, text))
    if (card) return fromQr(card)
    const [zone] = (await readZones(photo, options)).flatMap((text) => parse(parseMrz, text))
    return zone && fromZone(zone)
  }

  return {
    name: 'card',
    read: async ({ card }, options) => ({
      document: await find(card, options),
      face: 'not-checked',
    }),
  }
}

/** Whatever else is in the picture. */
function parse<Card>(parser: (text: string) => Card, text: string): Card[] {
  try {
    return [parser(text)]
  } catch {
    return []
  }
}

function fromQr({ identityDocument, fullName, bornOn, gender, address }: CccdCard): CardReading {
  return {
    idNumber: identityDocument.number,
    ...(fullName !== undefined && { fullName }),
    ...(bornOn !== undefined && { bornOn }),
    ...(gender !== undefined && { gender }),
    ...(address !== undefined && { address }),
  }
}

function fromZone({ identityDocument, latinName, bornOn, gender }: MrzCard): CardReading {
  return {
    idNumber: identityDocument.number,
    ...(latinName !== undefined && { latinName }),
    bornOn,
    ...(gender !== undefined && { gender }),
  }
}
