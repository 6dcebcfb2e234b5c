import { toPlainText } from '../schema/text.js'

const toGivenName = (fullName: string) => fullName.slice(fullName.lastIndexOf(' ') + 1)

/**
 * Orders names as lists in Việt Nam do: by the given name, which is the last word, then by the rest;
 * a letter's tones in the order of the Vietnamese alphabet.
 *
 * @example
 * import { compareByGivenName } from '@kbyt/sdk/documents'
 *
 * ;['Lê Văn Bình', 'Trần An', 'Nguyễn An'].sort(compareByGivenName) // Nguyễn An, Trần An, Lê Văn Bình
 */
export function compareByGivenName(left: string, right: string): number {
  const [one, other] = [toPlainText(left), toPlainText(right)]
  return toGivenName(one).localeCompare(toGivenName(other), 'vi') || one.localeCompare(other, 'vi')
}
