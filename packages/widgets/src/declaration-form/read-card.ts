import { type BhytCard, type CccdCard, parseBhytQr, parseCccdQr } from '@kbyt/sdk/documents'
import type { PersonDraft } from './draft.js'

/**
 * Fills a person from the QR of a CCCD or an insurance card, as a hardware reader types it. What did
 * not survive the reader stays as it was typed; a text that is no card gives nothing.
 */
export function readCard(text: string): Partial<PersonDraft> | undefined {
  const cccd = attempt(() => parseCccdQr(text))
  if (cccd) return { ...toAnswers(cccd), idNumber: cccd.identityDocument.number }
  const bhyt = attempt(() => parseBhytQr(text))
  if (!bhyt) return undefined
  const { insuranceNumber } = bhyt
  return { ...toAnswers(bhyt), idNumber: '', hasInsurance: true, insuranceNumber }
}

function toAnswers({ fullName, bornOn, gender }: CccdCard | BhytCard): Partial<PersonDraft> {
  const [year = '', month = '', day = ''] = bornOn?.split('-') ?? []
  return {
    ...(fullName && { fullName }),
    ...(bornOn && { day, month, year }),
    ...(gender && { gender }),
  }
}

function attempt<Card>(parse: () => Card): Card | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}
