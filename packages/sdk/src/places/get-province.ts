import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { getProvinceEndpoint, type Province } from '../schema/places.js'

/**
 * Gets the districts and wards of one province.
 *
 * @throws {KbytError} `not_found`: no such version, or no such province in it.
 * @example
 * const { wards } = await getProvince(client, { version: '2021-03', code: '46' })
 */
export async function getProvince(
  client: Client,
  input: { readonly version: string; readonly code: string },
  options?: CallOptions,
): Promise<Province> {
  return call(client, getProvinceEndpoint, input, options)
}
