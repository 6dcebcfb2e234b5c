import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { closePointEndpoint, type PointInput } from '../schema/point.js'

/**
 * Closes a declaration point. Its posters still open the form; declarations keep the code.
 *
 * @throws {KbytError} `not_found`: no open point of the officer’s area; `forbidden`: not this
 * role’s; `audit_unavailable`: nothing was done; `session_required`, `session_expired`: sign in
 * (`openOfficerSession`).
 * @example
 * await closePoint(client, { pointCode: 'TRMYTEVD' })
 */
export async function closePoint(
  client: Client,
  input: PointInput,
  options?: CallOptions,
): Promise<void> {
  await call(client, closePointEndpoint, input, options)
}
