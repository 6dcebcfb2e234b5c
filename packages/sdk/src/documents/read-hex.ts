/**
 * Texts on insurance cards are hex of UTF-8. Some issuers wrote them plainly, and a plain name may
 * look like hex: what decodes to no text and has no digit is taken as it stands.
 */
export function readHex(part: string | undefined): string | undefined {
  if (part === undefined || !/^(?:[0-9a-f]{2})+$/i.test(part)) return part
  const bytes = part.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []
  const text = new TextDecoder().decode(Uint8Array.from(bytes))
  return text.includes('\uFFFD') && !/\d/.test(part) ? part : text
}
