import { type NewVenue, toContactE164, toPlainText } from '@kbyt/sdk/schema'
import { normalizeLines } from '../declaration/normalize-lines.js'

/** How a venue is stored: texts in NFC, one form per phone. */
export function normalizeVenue(venue: NewVenue): NewVenue {
  const { contact, address } = venue
  const { fullName, phone } = contact
  return {
    ...venue,
    name: toPlainText(venue.name),
    address: normalizeLines(address, ['hamlet', 'street']),
    contact: { fullName: toPlainText(fullName), phone: toContactE164(phone) ?? phone },
  }
}
