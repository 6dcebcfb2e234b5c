import type { CreateAppOptions } from '../app-options.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import type { Outside } from '../outside.js'
import { createSmsOutbox, type SmsOutbox } from '../sms/sms-outbox.js'
import { createChallengeMaker } from './challenge-maker.js'
import { createNumberRangeBreaker } from './number-range-breaker.js'
import { createOtpService, type OtpService } from './otp.service.js'
import { createOtpLimits } from './otp-limits.js'

interface OtpServices {
  readonly otp: OtpService
  readonly outbox: SmsOutbox
}

/** One-time codes and the outbox their SMS leave by, tied together once. */
export function createOtpServices(
  { steady, idempotency }: { readonly steady: Outside; readonly idempotency: IdempotencyService },
  { sms, otpRequestsPerNetworkHour = 300 }: CreateAppOptions,
): OtpServices {
  const outbox = createSmsOutbox(steady, sms)
  const limits = createOtpLimits({
    limits: steady.store.limits,
    requestsPerNetworkHour: otpRequestsPerNetworkHour,
    raiseAlarm: steady.raiseAlarm,
  })
  return {
    outbox,
    otp: createOtpService({
      outside: steady,
      limits,
      ranges: createNumberRangeBreaker(steady),
      maker: createChallengeMaker(steady, limits, outbox),
      outbox,
      idempotency,
    }),
  }
}
