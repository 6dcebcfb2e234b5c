import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type Verification,
  type VerificationPhotos,
  verifyAccountEndpoint,
} from '../schema/verification.js'

/**
 * Has the account held against a photo of its holder's ID card (*Đã xác minh*), and the card against a
 * face where the portal compares faces. Skipping it leaves an account that works (*Chưa xác minh*).
 *
 * @throws {KbytError} `account_not_found`: register first; `ekyc_unavailable`: this portal reads none, or
 * not now; `rate_limited`, `session_required`, `session_expired`.
 * @example
 * const { account, differing } = await verifyAccount(client, { card: photoAsBase64 })
 */
export async function verifyAccount(
  client: Client,
  input: VerificationPhotos,
  options?: CallOptions,
): Promise<Verification> {
  return call(client, verifyAccountEndpoint, input, options)
}
