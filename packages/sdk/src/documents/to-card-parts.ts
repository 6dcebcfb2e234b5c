// No QR holds more characters; a longer text comes from somewhere else.
const maxLength = 7_089

/** The first parts of a card's QR; none of a text that no QR can hold. */
export function toCardParts(text: string, maxParts: number): string[] {
  if (typeof text !== 'string' || text.length > maxLength) return []
  return text.trim().split('|', maxParts)
}
