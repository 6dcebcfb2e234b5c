import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type MakePosterInput, makePosterEndpoint, type OwnVenue } from '../schema/venue.js'

/**
 * Makes the next poster of a venue. The older ones still count and are told to be outdated, unless
 * they are revoked: visits scanned at them from now on are refused.
 *
 * @throws {KbytError} `not_found`: no venue of this phone; `forbidden`: its staff may not;
 * `session_required`, `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { poster } = await makePoster(client, { venueCode: 'CHDNGBAA', revokesOlder: true })
 * console.log(poster.address)
 */
export async function makePoster(
  client: Client,
  input: MakePosterInput,
  options?: IdempotentCallOptions,
): Promise<OwnVenue> {
  return call(client, makePosterEndpoint, input, options)
}
