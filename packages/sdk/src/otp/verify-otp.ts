import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type CitizenSession, type OtpVerification, verifyOtpEndpoint } from '../schema/otp.js'

/**
 * Answers a challenge with the code from the SMS; the session it opens is kept in `client.session`.
 *
 * @throws {KbytError} `otp_code_wrong`: ask for the code again, `triesLeft` are left; `otp_expired`,
 * `otp_tries_exhausted` and `otp_used`: begin again with `requestOtp`.
 * @example
 * const challenge = await requestOtp(client, { phone: '0905 123 456' })
 * const session = await verifyOtp(client, { challengeId: challenge.challengeId, code: '123456' })
 */
export async function verifyOtp(
  client: Client,
  input: OtpVerification,
  options?: CallOptions,
): Promise<CitizenSession> {
  const session = await call(client, verifyOtpEndpoint, input, options)
  client.session.save(session)
  return session
}
