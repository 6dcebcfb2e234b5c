import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type OtpChallenge, type OtpVerification, resendOtpEndpoint } from '../schema/otp.js'

/**
 * Sends a new code for the same challenge; the old code is dead from then on.
 *
 * @throws {KbytError} `otp_resend_too_soon`: wait for `retryAfterSeconds`; `otp_expired`,
 * `otp_tries_exhausted` and `otp_used`: begin again with `requestOtp`; `otp_rate_limited`, `otp_blocked`.
 * @example
 * const challenge = await requestOtp(client, { phone: '0905 123 456' })
 * const renewed = await resendOtp(client, challenge) // not before challenge.resendAt
 */
export async function resendOtp(
  client: Client,
  { challengeId }: Pick<OtpVerification, 'challengeId'>,
  options?: CallOptions,
): Promise<OtpChallenge> {
  return call(client, resendOtpEndpoint, { challengeId }, options)
}
