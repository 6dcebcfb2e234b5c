import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type RevokeDeviceInput, revokeDeviceEndpoint } from '../schema/venue-device.js'

/**
 * Ends the key of a machine, from its next call on.
 *
 * @throws {KbytError} `not_found`: no venue of this phone, or no machine with a key that holds;
 * `forbidden`: its staff may not; `session_required`, `session_expired`: prove the phone
 * (`requestOtp`).
 * @example
 * const venueCode = 'CHDNGBAA'
 * const { devices } = await findDevices(client, { venueCode })
 * for (const { deviceId } of devices) await revokeDevice(client, { venueCode, deviceId })
 */
export async function revokeDevice(
  client: Client,
  input: RevokeDeviceInput,
  options?: CallOptions,
): Promise<void> {
  await call(client, revokeDeviceEndpoint, input, options)
}
