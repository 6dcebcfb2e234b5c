import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { isSessionOver } from '../client/is-session-over.js'
import { endSessionEndpoint } from '../schema/otp.js'

/**
 * Ends the citizen's session on the server and forgets it here, in this order; a session that is
 * over already is no error.
 *
 * @throws {KbytError} `offline`, `timed_out`: it is forgotten here, but lives on at the server until it expires.
 * @example
 * await endSession(client)
 */
export async function endSession(client: Client, options?: CallOptions): Promise<void> {
  try {
    await call(client, endSessionEndpoint, {}, options)
  } catch (error) {
    if (!isSessionOver(error)) throw error
  } finally {
    client.session.clear()
  }
}
