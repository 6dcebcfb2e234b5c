import { create } from 'qrcode'

/** The dark and light modules of a QR code, row by row, without its quiet zone. */
export interface QrMatrix {
  readonly size: number
  /** Whether the module in this row and column is dark. */
  isDark(row: number, column: number): boolean
}

/**
 * Encodes a text at level M: digits in numeric mode, which costs least and which no input method
 * rewrites; anything else in the mode that fits it.
 *
 * @throws {TypeError} The text is empty or longer than a QR code can hold.
 * @example
 * const { size } = toQrMatrix('1234567890') // 21
 */
export function toQrMatrix(text: string): QrMatrix {
  if (text === '') throw new TypeError('A QR code needs a text.')
  const input = /^\d+$/.test(text) ? [{ data: text, mode: 'numeric' as const }] : text
  try {
    const { modules } = create(input, { errorCorrectionLevel: 'M' })
    return { size: modules.size, isDark: (row, column) => modules.get(row, column) !== 0 }
  } catch (cause) {
    throw new TypeError('The text is too long for a QR code.', { cause })
  }
}
