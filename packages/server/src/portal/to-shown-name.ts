import { toDisplayName } from '@kbyt/sdk/qr/sign'
import { toPlainText } from '@kbyt/sdk/schema'

/** How a code shows whose it is: "N.T.P. Thảo", or the name in full. */
export type DisplayName = 'initials' | 'full'

/** With more a my QR has over 1,000 digits, and no verifier takes it. */
const maxBytes = 150

/** A name as codes and results show it; one that is too long in full is shown by its initials. */
export function toShownName(fullName: string, displayName: DisplayName): string {
  if (displayName === 'initials') return toDisplayName(fullName)
  const plain = toPlainText(fullName)
  const isShort = new TextEncoder().encode(plain).length <= maxBytes
  return isShort ? plain : toDisplayName(fullName)
}
