import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type Inspection, type InspectionRequest, inspectEndpoint } from '../schema/inspection.js'

/**
 * Looks a person up by ID number, phone, QR or as a chosen candidate. Every look-up is audited, so it
 * is never sent twice by itself.
 *
 * @throws {KbytError} `inspection_placeholder`: nine zeros are many children, search by phone or QR;
 * `qr_forged`, `qr_expired`, `qr_revoked` and the other `qr_…` codes: what is wrong with the scanned
 * code; `audit_unavailable`: no log, no look-up; `forbidden`: not this officer's kind of look-up;
 * `session_required`, `session_expired`: sign in (`openOfficerSession`).
 * @example
 * const { people } = await inspect(client, {
 *   kind: 'domestic',
 *   post: 'ga-hue',
 *   reason: 'checkpoint',
 *   query: { by: 'id-number', idNumber: '046090001234' },
 * })
 */
export async function inspect(
  client: Client,
  request: InspectionRequest,
  options?: CallOptions,
): Promise<Inspection> {
  return call(client, inspectEndpoint, request, options)
}
