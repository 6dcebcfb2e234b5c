import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import type { Page } from '../schema/page.js'
import { findOwnVisitsEndpoint, type OwnVisitPage } from '../schema/visit.js'

/**
 * Finds where people with passes of the proven phone were, newest first, as the server counts it:
 * paired in and out, whoever forgot to leave checked out. A page holds whole days, each presence
 * once.
 *
 * @throws {KbytError} `input_invalid`: a cursor of another list; `session_required`,
 * `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { presences, nextCursor } = await findOwnVisits(client, {})
 * for (const { venueName, cameInAt } of presences) console.log(venueName, cameInAt)
 */
export async function findOwnVisits(
  client: Client,
  page: Page,
  options?: CallOptions,
): Promise<OwnVisitPage> {
  return call(client, findOwnVisitsEndpoint, page, options)
}
