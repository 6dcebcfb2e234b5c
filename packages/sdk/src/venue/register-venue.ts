import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type NewVenue, type OwnVenue, registerVenueEndpoint } from '../schema/venue.js'

/**
 * Registers a venue for the proven phone, which becomes its owner; the answer has the poster to
 * print.
 *
 * To be safe against a reply that gets lost, choose a key and send the same again with it.
 *
 * @throws {KbytError} `input_invalid`: one issue per wrong field, such as a name of over 60 bytes;
 * `rate_limited`: ten a day; `session_required`, `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { poster } = await registerVenue(client, {
 *   name: 'Chợ Đông Ba',
 *   kind: 'market',
 *   address: { placesVersion: '2021-03', provinceCode: '46', districtCode: '474', wardCode: '19756' },
 *   direction: 'both',
 *   contact: { fullName: 'Trần Thị Chủ', phone: '0234 382 2222' },
 * })
 * console.log(poster.address)
 */
export async function registerVenue(
  client: Client,
  venue: NewVenue,
  options?: IdempotentCallOptions,
): Promise<OwnVenue> {
  return call(client, registerVenueEndpoint, venue, options)
}
