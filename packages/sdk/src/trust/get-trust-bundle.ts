import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { getTrustBundleEndpoint } from '../schema/trust.js'

/**
 * Gets the newest trust bundle as the root signed it, for `createTrustKeeper`, which checks it.
 *
 * @throws {KbytError} `offline`, `timed_out`: go on with the bundle you hold.
 * @example
 * import { type Client, getTrustBundle } from '@kbyt/sdk'
 * import { createTrustKeeper, type TrustRoot } from '@kbyt/sdk/trust'
 *
 * const openTrust = (client: Client, root: TrustRoot) =>
 *   createTrustKeeper({ root, fetchBundle: (options) => getTrustBundle(client, options) })
 */
export async function getTrustBundle(client: Client, options?: CallOptions): Promise<string> {
  const { bundle } = await call(client, getTrustBundleEndpoint, {}, options)
  return bundle
}
