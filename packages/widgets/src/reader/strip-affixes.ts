/** A text without what the reader puts around it. */
export interface Stripped {
  readonly text: string
  /** The AIM identifier, such as `]Q1` for a QR code; undefined where the reader sends none. */
  readonly symbology: string | undefined
}

/** What a reader is set to send around each code. */
export interface Affixes {
  /** What the reader is set to send before each code. */
  readonly prefix?: string | undefined
  /** What it is set to send after each code, besides Enter or Tab. */
  readonly suffix?: string | undefined
}

/** ISO/IEC 15424: `]`, a letter for the kind of code, a digit or letter for its options. */
const aimIdentifier = /^\][A-Za-z][0-9A-Za-z]/

/**
 * Takes prefix, suffix, AIM identifier and framing control characters off; a GS between fields stays.
 *
 * @example
 * stripAffixes(']Q1123456', {}) // { text: '123456', symbology: ']Q1' }
 */
export function stripAffixes(scanned: string, { prefix = '', suffix = '' }: Affixes): Stripped {
  const bare = unframe(scanned)
  const headless = bare.startsWith(prefix) ? bare.slice(prefix.length) : bare
  const inner =
    suffix !== '' && headless.endsWith(suffix) ? headless.slice(0, -suffix.length) : headless
  const symbology = aimIdentifier.exec(inner)?.[0]
  return { text: unframe(inner.slice(symbology?.length ?? 0)), symbology }
}

/** FNC1 or GS before the first field, STX and ETX around the whole, line ends. */
function unframe(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isControl(text, start)) start++
  while (end > start && isControl(text, end - 1)) end--
  return text.slice(start, end)
}

const isControl = (text: string, index: number) => text.charCodeAt(index) < 0x20
