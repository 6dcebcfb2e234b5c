/** How a spreadsheet begins to calculate, in ASCII and in the full width an input method may leave. */
const formulaStart = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u

/**
 * One cell, always in quotes. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front (ATTACKS 77): what somebody types into a form must not run on the clerk's computer.
 */
export function toCsvCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
