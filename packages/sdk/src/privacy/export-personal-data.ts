import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { exportPersonalDataEndpoint, type PersonalData } from '../schema/privacy.js'

/**
 * Gets everything kept under the proven phone, to read or to take along (Law 91/2025).
 *
 * @throws {KbytError} `session_required`, `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { declarations, consents, visits } = await exportPersonalData(client)
 */
export async function exportPersonalData(
  client: Client,
  options?: CallOptions,
): Promise<PersonalData> {
  return call(client, exportPersonalDataEndpoint, {}, options)
}
