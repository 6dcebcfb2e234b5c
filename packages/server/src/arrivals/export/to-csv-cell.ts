/** How a spreadsheet begins to calculate, in ASCII and in the full width an input method may leave. */
const formulaStart = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u
/** The same behind a sign that parts cells where commas do not: there a text's middle is a beginning. */
const laterStart = /([;\t\r\n])(?=[\s\p{Cf}"]*[=+\-@＝＋－＠])/gu

/**
 * One cell, always in quotes. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front (ATTACKS 77): what somebody types into a form must not run on the clerk's computer.
 */
export function toCsvCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text
  return `"${safe.replace(laterStart, "$1'").replaceAll('"', '""')}"`
}
