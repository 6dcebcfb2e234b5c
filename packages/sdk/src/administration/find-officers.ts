import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { findOfficersEndpoint, type OfficerPage } from '../schema/officer-account.js'
import type { Page } from '../schema/page.js'

/**
 * Lists the accounts of officers, in the order they were made; for administrators.
 *
 * @throws {KbytError} `forbidden`: not an administrator; `session_required`, `session_expired`: sign in
 * (`openOfficerSession`).
 * @example
 * const { officers, nextCursor } = await findOfficers(client, { limit: 100 })
 */
export async function findOfficers(
  client: Client,
  page: Page,
  options?: CallOptions,
): Promise<OfficerPage> {
  return call(client, findOfficersEndpoint, page, options)
}
