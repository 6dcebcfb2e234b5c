import { KbytError } from '@kbyt/sdk'
import { parseBhytNumber } from '@kbyt/sdk/documents'
import {
  type InsuranceLookup,
  type InsuredPerson,
  insuredPersonSchema,
  toBirthYear,
} from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import { checkLimit, hourMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { InsuranceDirectory } from '../ports.js'

const lookupsPerHour = 5
/** Whoever waits longer has typed the fields. */
const waitMs = 8_000

/** Owns: what an insurance card tells a declarer, and how often. Does not own: the insurer's data. */
export interface InsuranceService {
  /** @throws {KbytError} `insurance_not_found` alike for no card and another birth year, `insurance_unavailable`, `rate_limited`. */
  lookUp(lookup: InsuranceLookup, call: CitizenCall): Promise<InsuredPerson>
}

export function createInsuranceService(
  { store, clock, log }: Outside,
  directory: InsuranceDirectory | undefined,
): InsuranceService {
  async function find(cardNumber: string): Promise<InsuredPerson | undefined> {
    if (!directory) throw new KbytError('insurance_unavailable')
    const { bhxhNumber } = parseBhytNumber(cardNumber)
    const signal = AbortSignal.timeout(waitMs)
    try {
      const found = await directory.find({ cardNumber, bhxhNumber }, { signal })
      return found && insuredPersonSchema.parse(found)
    } catch (cause) {
      log({ level: 'warn', event: 'insurance_failed', directory: directory.name })
      throw new KbytError('insurance_unavailable', { cause })
    }
  }

  return {
    async lookUp({ cardNumber, birthYear }, { citizen }) {
      const nowMs = clock.now()
      const asked = await store.limits.hit(`insurance:${citizen.phoneIndex}`, hourMs, nowMs)
      checkLimit(asked, lookupsPerHour, 'rate_limited', nowMs)
      const person = await find(cardNumber)
      // the year keeps somebody who tries numbers from collecting names
      if (!person || toBirthYear(person.bornOn) !== birthYear) {
        throw new KbytError('insurance_not_found')
      }
      return person
    },
  }
}
