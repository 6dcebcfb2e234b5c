/**
 * What a camera or a reader delivered, without what readers add around it: `String.trim`, so blanks,
 * no-break spaces, tabs, line ends and a byte order mark at either end. Nothing inside is touched.
 */
export function toScannedText(text: string): string {
  return text.trim()
}
