import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { createPointEndpoint, type NewPoint, type OwnPoint } from '../schema/point.js'

/**
 * Sets up a declaration point in the officer’s area; the answer has the addresses for its posters.
 *
 * @throws {KbytError} `forbidden`: not this role’s, or outside the area; `input_invalid`: one issue
 * per wrong field; `audit_unavailable`: nothing was done; `session_required`, `session_expired`:
 * sign in (`openOfficerSession`).
 * @example
 * const { posters } = await createPoint(client, {
 *   name: 'Trạm y tế phường Vỹ Dạ',
 *   address: { placesVersion: '2021-03', provinceCode: '46', districtCode: '474', wardCode: '19777' },
 * })
 * console.log(posters.domestic)
 */
export async function createPoint(
  client: Client,
  point: NewPoint,
  options?: IdempotentCallOptions,
): Promise<OwnPoint> {
  return call(client, createPointEndpoint, point, options)
}
