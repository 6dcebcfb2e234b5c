import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type Officer,
  type OfficerDefaults,
  setOfficerDefaultsEndpoint,
} from '../schema/officer.js'

/**
 * Chooses once a shift (*Cấu hình mặc định*) where and why people are looked up, which way they pass
 * and what the desk opens with; each look-up is stored with post and reason.
 *
 * @throws {KbytError} `input_invalid`: not a post or reason of the portal's configuration;
 * `session_required`, `session_expired`: sign in (`openOfficerSession`).
 * @example
 * await setOfficerDefaults(client, { post: 'ga-hue', reason: 'checkpoint', direction: 'in', tab: 'entry' })
 */
export async function setOfficerDefaults(
  client: Client,
  defaults: OfficerDefaults,
  options?: CallOptions,
): Promise<Officer> {
  return call(client, setOfficerDefaultsEndpoint, defaults, options)
}
