/** One SMS without diacritics (shared/domain/sms-gateways.json). */
const maxLength = 160

/**
 * The message with a code. With a host its last line is the one WebOTP reads (`@host #code`); it is
 * left out where it would make a second SMS.
 */
export function toSmsText(code: string, host: string | undefined): string {
  const text =
    `Ma xac thuc khai bao y te cua ban la ${code}, hieu luc 5 phut. ` +
    'Khong chia se ma nay cho bat ky ai.'
  const withHost = `${text}\n\n@${host} #${code}`
  return host !== undefined && withHost.length <= maxLength ? withHost : text
}
