import { toPlainText } from '../schema/text.js'

/**
 * A name in capital letters, as paper forms show it. For display only: keep what was typed.
 *
 * @example
 * import { toCapitals } from '@kbyt/sdk/documents'
 *
 * toCapitals('Đặng Thị Ỷ') // 'ĐẶNG THỊ Ỷ'
 */
export function toCapitals(name: string): string {
  return toPlainText(name).toLocaleUpperCase('vi')
}
