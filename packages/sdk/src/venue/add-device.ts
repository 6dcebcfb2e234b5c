import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type AddDeviceInput,
  addDeviceEndpoint,
  type DeviceWithKey,
} from '../schema/venue-device.js'

/**
 * Makes a key for a machine of a venue (turnstile, kiosk). The key is shown this once; where the
 * reply is lost, revoke the machine and make another.
 *
 * @throws {KbytError} `not_found`: no venue of this phone; `forbidden`: its staff may not;
 * `input_invalid`: a hundred machines have keys; `session_required`, `session_expired`: prove the
 * phone (`requestOtp`).
 * @example
 * const { key } = await addDevice(client, { venueCode: 'CHDNGBAA', name: 'Cổng 1' })
 * const machine = createClient({ baseUrl: 'https://kbyt.example', deviceKey: key })
 */
export async function addDevice(
  client: Client,
  input: AddDeviceInput,
  options?: CallOptions,
): Promise<DeviceWithKey> {
  return call(client, addDeviceEndpoint, input, options)
}
