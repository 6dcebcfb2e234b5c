import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type OtpChallenge, type OtpRequest, requestOtpEndpoint } from '../schema/otp.js'

/** `purpose` is `declare` unless said. */
export type RequestOtpInput = Pick<OtpRequest, 'phone'> & Partial<Pick<OtpRequest, 'purpose'>>

/**
 * Sends a one-time code by SMS and returns the challenge that the code answers.
 *
 * @throws {KbytError} `otp_rate_limited`: ask again after `retryAfterSeconds`; `otp_blocked`: too many
 * wrong codes today, ask again after `retryAfterSeconds`; `input_invalid`: not a Vietnamese mobile number.
 * @example
 * const challenge = await requestOtp(client, { phone: '0905 123 456' })
 */
export async function requestOtp(
  client: Client,
  { purpose = 'declare', ...input }: RequestOtpInput,
  options?: IdempotentCallOptions,
): Promise<OtpChallenge> {
  return call(client, requestOtpEndpoint, { ...input, purpose }, options)
}
