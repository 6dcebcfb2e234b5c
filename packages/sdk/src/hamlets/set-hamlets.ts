import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import type { HamletList } from '../schema/places.js'
import { type SetHamletsInput, setHamletsEndpoint } from '../schema/set-hamlets.js'

/**
 * Puts a list in place of a ward's hamlets, for officers. A hamlet keeps its id by its name, or by the
 * id it is sent with when its name changes; sent again, the same list changes nothing.
 *
 * @throws {KbytError} `forbidden`: not an officer of this ward; `not_found`: the portal's province has
 * no such ward; `input_invalid`: a name twice, more than 500, or an id this ward does not have;
 * `audit_unavailable`: nothing was changed, ask again.
 * @example
 * await setHamlets(client, { ward: '19777', hamlets: [{ name: 'Tổ 1' }, { name: 'Tổ 2' }] })
 */
export async function setHamlets(
  client: Client,
  input: SetHamletsInput,
  options?: CallOptions,
): Promise<HamletList> {
  return call(client, setHamletsEndpoint, input, options)
}
