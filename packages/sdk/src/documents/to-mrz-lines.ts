/** Three lines of 30 (an ID card, TD1) or two of 44 (a passport, TD3): ICAO 9303. */
const formats = [
  { lineLength: 30, lineCount: 3 },
  { lineLength: 44, lineCount: 2 },
]
const longest = 200
// Line 1 of a Vietnamese ID card: nine digits, check digit, twelve digits, `<<`, check digit.
const idCard = /^IDVNM(.{22})<<(.)$/
const digitOf: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5', G: '6', B: '8' }

const toDigits = (text: string) => text.replace(/[OIZSGB]/g, (letter) => digitOf[letter] ?? letter)

/** A letter in the number of an ID card can only be a misread digit; the check digits have the last word. */
const repairIdCard = (line: string) =>
  line.replace(
    idCard,
    (_, numbers: string, check: string) => `IDVNM${toDigits(numbers)}<<${toDigits(check)}`,
  )

/**
 * The lines of a machine-readable zone, from a camera or a reader that may have run them together;
 * none when it is no zone of ours.
 */
export function toMrzLines(text: string): string[] {
  if (typeof text !== 'string' || text.length > longest) return []
  const zone = text.toUpperCase().replace(/\s/g, '')
  const format = formats.find((each) => zone.length === each.lineLength * each.lineCount)
  if (!format || !/^[A-Z0-9<]+$/.test(zone)) return []
  const { lineLength, lineCount } = format
  const lines = Array.from({ length: lineCount }, (_, index) =>
    zone.slice(index * lineLength, (index + 1) * lineLength),
  )
  return lines.map(repairIdCard)
}
