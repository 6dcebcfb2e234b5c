/**
 * The digits of what was typed or pasted: "123 456", "Mã: 123456" and full-width digits are fine.
 *
 * @example
 * toCode('123 456') // '123456'
 */
export function toCode(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '')
}
