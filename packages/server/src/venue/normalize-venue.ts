import { type NewVenue, toContactE164, toPlainText } from '@kbyt/sdk/schema'
import { normalizeLines } from '../declaration/normalize-lines.js'

type VenueFacts = Pick<NewVenue, 'name' | 'address'>

/** How a venue is stored: texts in NFC. */
export function normalizeVenue<Facts extends VenueFacts>(venue: Facts): Facts {
  return {
    ...venue,
    name: toPlainText(venue.name),
    address: normalizeLines(venue.address, ['hamlet', 'street']),
  }
}

/** Whom to ask there: one form per phone. */
export const normalizeContact = ({ fullName, phone }: NewVenue['contact']) => ({
  fullName: toPlainText(fullName),
  phone: toContactE164(phone) ?? phone,
})
