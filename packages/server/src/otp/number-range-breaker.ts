import { checkLimit, hourMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { BlindIndex } from '../store/store.js'

/**
 * Different phones of one thousand that one key may ask codes for in an hour. Of a thousand numbers in
 * a row about a dozen belong to one province, so nobody but a machine that counts upward meets it.
 */
const maxPhones = 30
const rangeDigits = 3

interface Asked {
  /** E.164. */
  readonly phone: string
  readonly phoneIndex: BlindIndex
  readonly publishableKey: string | undefined
}

/** Owns: stopping who has codes sent to numbers in a row, which costs the province and tells who answers. */
export interface NumberRangeBreaker {
  /** @throws {KbytError} `otp_rate_limited` while the breaker is open for this key and these numbers. */
  count(asked: Asked, nowMs: number): Promise<void>
}

/** The breaker is of one key and a thousand numbers: the rest of the partner's visitors go on. */
export function createNumberRangeBreaker({
  store: { limits },
  vault,
  raiseAlarm,
}: Pick<Outside, 'store' | 'vault' | 'raiseAlarm'>): NumberRangeBreaker {
  return {
    async count({ phone, phoneIndex, publishableKey = 'own' }, nowMs) {
      const range = await vault.index('number-range', phone.slice(0, -rangeDigits))
      const rangeKey = `otp:range:${publishableKey}:${range}`
      const own = await limits.hit(`${rangeKey}:${phoneIndex}`, hourMs, nowMs)
      const isNew = own.count === 1
      const phones = await limits.hit(rangeKey, hourMs, nowMs, isNew ? 1 : 0)
      if (isNew && phones.count === maxPhones + 1) raiseAlarm({ code: 'otp_numbers_in_a_row' })
      checkLimit(phones, maxPhones, 'otp_rate_limited', nowMs)
    },
  }
}
