import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import type { VenueInput } from '../schema/venue.js'
import { type Device, findDevicesEndpoint } from '../schema/venue-device.js'

/**
 * Finds the machines of a venue whose keys hold.
 *
 * @throws {KbytError} `not_found`: no venue of this phone; `forbidden`: its staff may not;
 * `session_required`, `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { devices } = await findDevices(client, { venueCode: 'CHDNGBAA' })
 * for (const { name, createdAt } of devices) console.log(name, createdAt)
 */
export async function findDevices(
  client: Client,
  input: VenueInput,
  options?: CallOptions,
): Promise<{ devices: Device[] }> {
  return call(client, findDevicesEndpoint, input, options)
}
