/** Character sets by their ECI designator, as far as QR codes name them (AIM ITS/04-023). */
const designated: Readonly<Record<number, string>> = {
  1: 'iso-8859-1',
  3: 'iso-8859-1',
  20: 'shift_jis',
  25: 'utf-16be',
  26: 'utf-8',
  28: 'big5',
  29: 'gb18030',
  30: 'euc-kr',
}

/** What bytes without a designator are, the likeliest first; the last takes any bytes. */
const likely = ['utf-8', 'shift_jis', 'iso-8859-1']

/** The text of a code's bytes: in the character set it names, else in the first that they fit. */
export function toText(bytes: Uint8Array, designator?: number): string {
  const named = designator === undefined ? undefined : designated[designator]
  for (const label of named ? [named, ...likely] : likely) {
    const text = decodeAs(label, bytes)
    if (text !== undefined) return text
  }
  return ''
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined // not of this character set
  }
}
