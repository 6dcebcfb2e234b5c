import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  getInspectionResultsEndpoint,
  type InspectionResults,
  type InspectionResultsRequest,
} from '../schema/inspection-results.js'

/**
 * Gets the three results (dispatch 391, IV.2.b) of somebody who shows a live *Mã QR của tôi*, or whom a
 * look-up of this officer found. Audited, so it is never sent twice by itself.
 *
 * @throws {KbytError} `qr_expired`: scan the live code, not a picture of it; `qr_revoked` and the other
 * `qr_…` codes: what is wrong with it; `not_found`: look the person up again; `audit_unavailable`: no
 * record, no answer; `forbidden`: not this officer's kind of look-up; `session_required`, `session_expired`.
 * @example
 * const { venueScan, declaration, entry } = await getInspectionResults(client, {
 *   reason: 'checkpoint',
 *   post: 'ga-hue',
 *   subject: { by: 'my-qr', text },
 * })
 */
export async function getInspectionResults(
  client: Client,
  request: InspectionResultsRequest,
  options?: CallOptions,
): Promise<InspectionResults> {
  return call(client, getInspectionResultsEndpoint, request, options)
}
