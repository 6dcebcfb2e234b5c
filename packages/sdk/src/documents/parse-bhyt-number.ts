import { KbytError } from '../errors.js'
import { insuranceNumberSchema } from '../schema/person.js'
import type { BhytBenefitLevel } from './bhyt-benefit-levels.js'
import { toNumber } from './to-number.js'

/** What the first five of 15 characters say. */
export interface BhytEntitlement {
  /** Two letters; `bhytObjects` has names for most. */
  readonly objectCode: string
  /** `bhytBenefitLevels` says what it pays. */
  readonly benefitLevel: BhytBenefitLevel
  /** Two digits of the statistics office; `cccdProvinces` has it with a `0` before. Some are no province's. */
  readonly provinceCode: string
}

/** A health insurance number, read. */
export interface BhytNumber {
  /** As it stands in a declaration: 15 or 10 characters. */
  readonly insuranceNumber: string
  /** The 10-digit social insurance number (BHXH), which stays for life. */
  readonly bhxhNumber: string
  /** Absent in the 10-digit form of newer cards. */
  readonly entitlement: BhytEntitlement | undefined
}

const benefitLevels: readonly BhytBenefitLevel[] = [1, 2, 3, 4, 5]

/**
 * Reads a typed health insurance number of 15 or 10 characters. Ten digits that begin with 0 may be
 * a phone number as well: ask for the kind of number first.
 *
 * @throws {KbytError} `document_malformed`: no insurance card has such a number.
 * @example
 * import { bhytObjects, parseBhytNumber } from '@kbyt/sdk/documents'
 *
 * const { entitlement } = parseBhytNumber('TE1 46 4612345678')
 * bhytObjects.get(entitlement?.objectCode ?? '')?.name // 'Trẻ em dưới 6 tuổi'
 */
export function parseBhytNumber(text: string): BhytNumber {
  const insuranceNumber = toNumber(text)
  if (!insuranceNumberSchema.safeParse(insuranceNumber).success)
    throw new KbytError('document_malformed', { message: 'No insurance card has such a number' })
  const benefitLevel = benefitLevels.find((level) => String(level) === insuranceNumber[2])
  const isLong = insuranceNumber.length === 15 && benefitLevel !== undefined
  return {
    insuranceNumber,
    bhxhNumber: insuranceNumber.slice(-10),
    entitlement: isLong
      ? {
          objectCode: insuranceNumber.slice(0, 2),
          benefitLevel,
          provinceCode: insuranceNumber.slice(3, 5),
        }
      : undefined,
  }
}
