import { KbytError } from '../errors.js'
import type { Gender } from '../schema/person.js'
import { cccdProvinces } from './cccd-provinces.js'
import { toNumber } from './to-number.js'

/** What a CCCD's number says of its holder. */
export interface CccdFacts {
  readonly birthYear: number
  readonly gender: Gender
  /** Where the birth was registered, which is not where the person lives. */
  readonly birthProvince: string | undefined
}

/**
 * Says what the 12 digits of a CCCD, or of a CMND of 12 digits, mean: circular 07/2016/TT-BCA,
 * article 7. Three for the place, one for century and gender, two for the year, six at random;
 * there is no check digit.
 *
 * @throws {KbytError} `document_malformed`: not 12 digits.
 * @example
 * import { readCccdNumber } from '@kbyt/sdk/documents'
 *
 * readCccdNumber('046190012346') // { birthYear: 1990, gender: 'female', birthProvince: 'Tỉnh Thừa Thiên Huế' }
 */
export function readCccdNumber(text: string): CccdFacts {
  const number = toNumber(text)
  if (!/^\d{12}$/.test(number)) throw new KbytError('document_malformed', { message: 'No CCCD' })
  const century = Number(number[3])
  return {
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(number.slice(4, 6)),
    gender: century % 2 === 0 ? 'male' : 'female',
    birthProvince: cccdProvinces.get(number.slice(0, 3)),
  }
}
