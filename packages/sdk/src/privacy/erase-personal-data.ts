import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type Erasure, erasePersonalDataEndpoint } from '../schema/privacy.js'

/**
 * Has the proven phone forgotten, at once: declarations, passes (revoked), account, visits. What a
 * measure may still hold for is named in the answer and goes by itself. The session ends with it.
 *
 * @throws {KbytError} `session_required`, `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { erasedDeclarations, kept } = await erasePersonalData(client)
 */
export async function erasePersonalData(
  client: Client,
  options?: IdempotentCallOptions,
): Promise<Erasure> {
  return call(client, erasePersonalDataEndpoint, {}, options)
}
