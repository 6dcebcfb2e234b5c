import { countSeptets } from '../sms/count-septets.js'

/** One SMS without diacritics (shared/domain/sms-gateways.json). */
const maxSeptets = 160

const ownWording =
  'Ma xac thuc khai bao y te cua ban la {code}, hieu luc 5 phut. ' +
  'Khong chia se ma nay cho bat ky ai.'

/**
 * The message with a code. With a host its last line is the one WebOTP reads (`@host #code`); it is
 * left out where it would make a second SMS.
 */
export function toSmsText(code: string, host: string | undefined, wording = ownWording): string {
  const text = wording.replace('{code}', code)
  const withHost = `${text}\n\n@${host} #${code}`
  const septets = countSeptets(withHost) ?? Number.POSITIVE_INFINITY
  return host !== undefined && septets <= maxSeptets ? withHost : text
}
