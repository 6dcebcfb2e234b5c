import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { getProvincesEndpoint, type ProvinceList } from '../schema/places.js'

/**
 * Gets the provinces of one version of the administrative units, the one in `config.placesVersion`.
 *
 * @throws {KbytError} `not_found`: the server does not hold this version.
 * @example
 * const { placesVersion } = await getConfig(client)
 * const { provinces } = await getProvinces(client, { version: placesVersion })
 */
export async function getProvinces(
  client: Client,
  input: { readonly version: string },
  options?: CallOptions,
): Promise<ProvinceList> {
  return call(client, getProvincesEndpoint, input, options)
}
