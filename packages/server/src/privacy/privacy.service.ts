import { KbytError } from '@kbyt/sdk'
import { type Erasure, erasureSchema, type PersonalData } from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { checkLimit, hourMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { CollectData } from './create-collect-data.js'
import type { PrepareErasure } from './create-prepare-erasure.js'

/** The phone declares, or somebody changes its venue, while it is forgotten; many times in a row never. */
const maxAttempts = 5
/** Each opens all there is under a phone. */
const exportsPerHour = 20

/** Owns: what somebody can ask of the data kept about them (Law 91/2025, Decree 356/2025). */
export interface PrivacyService {
  /** @throws {KbytError} `rate_limited`. */
  export(call: CitizenCall): Promise<PersonalData>
  /**
   * Forgets the phone at once, but for a journey a measure may hold for.
   *
   * @throws {KbytError} `overloaded`: nothing was erased, as the phone went on declaring.
   */
  erase(call: CitizenCall): Promise<Erasure>
}

export interface PrivacyServiceOptions {
  readonly outside: Outside
  readonly idempotency: IdempotencyService
  readonly collectData: CollectData
  readonly prepareErasure: PrepareErasure
}

export function createPrivacyService(options: PrivacyServiceOptions): PrivacyService {
  const { outside, idempotency, collectData, prepareErasure } = options
  const { store, clock } = outside

  return {
    async export(call) {
      const nowMs = clock.now()
      const asked = await store.limits.hit(`exports:${call.citizen.phoneIndex}`, hourMs, nowMs)
      checkLimit(asked, exportsPerHour, 'rate_limited', nowMs)
      return collectData(call)
    },

    erase(call) {
      const once = { principal: call.citizen.phoneIndex, status: 201, parse: erasureSchema.parse }
      return idempotency.runOnce(call, once, async (seal) => {
        for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
          const { erasure, answer } = await prepareErasure(call)
          if (await store.privacy.erase(erasure, await seal(answer))) return answer
        }
        throw new KbytError('overloaded', { retryAfterSeconds: 1 })
      })
    },
  }
}
