import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { isSessionOver } from '../client/is-session-over.js'
import { closeOfficerSessionEndpoint } from '../schema/officer.js'

/**
 * Signs the officer out; a session that is over already is no error.
 *
 * @throws {KbytError} `offline`, `timed_out`: the officer may still be signed in; ask again.
 * @example
 * await closeOfficerSession(client)
 */
export async function closeOfficerSession(client: Client, options?: CallOptions): Promise<void> {
  try {
    await call(client, closeOfficerSessionEndpoint, {}, options)
    client.officerToken.clear()
  } catch (error) {
    if (!isSessionOver(error)) throw error
  }
}
