import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { getHamletsEndpoint, type HamletList } from '../schema/places.js'

/**
 * Gets the hamlets that the officers of a ward have entered; empty where there are none, and then, as
 * always, people may type theirs.
 *
 * @throws {KbytError} `input_invalid`: not the code of a ward.
 * @example
 * const { hamlets } = await getHamlets(client, { ward: '19777' })
 */
export async function getHamlets(
  client: Client,
  input: { readonly ward: string; readonly version?: string },
  options?: CallOptions,
): Promise<HamletList> {
  return call(client, getHamletsEndpoint, input, options)
}
