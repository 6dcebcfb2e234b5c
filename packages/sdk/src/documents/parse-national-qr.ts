import { KbytError } from '../errors.js'
import { lineSchema } from '../schema/text.js'
import { toCardParts } from './to-card-parts.js'

/** What of the national personal QR is known well enough to be used. */
export interface NationalQr {
  /** The person's number in the national system. */
  readonly qid: string
  /** What the issuing app added; its meaning is the app's. */
  readonly extension: string | undefined
}

const partCount = 6
const qidSchema = lineSchema(100)

/**
 * Reads the national personal QR, `…|…|…|0 or 1|QID|EXT`. The meaning of its first parts is not
 * public, so they are not returned. Nothing in it is signed: it proves nobody.
 *
 * @throws {KbytError} `document_malformed`: not the national personal QR.
 * @example
 * import { parseNationalQr } from '@kbyt/sdk/documents'
 *
 * parseNationalQr('a|b|c|1|QID123|').qid // 'QID123'
 */
export function parseNationalQr(text: string): NationalQr {
  const parts = toCardParts(text, partCount + 1)
  const [, , , flag, qid = '', extension = ''] = parts
  const isWhole = parts.length === partCount && (flag === '0' || flag === '1')
  if (!isWhole || !qidSchema.safeParse(qid).success)
    throw new KbytError('document_malformed', { message: 'Not the national personal QR' })
  return { qid: qid.trim(), extension: extension.trim() || undefined }
}
