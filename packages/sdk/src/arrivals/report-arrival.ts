import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type Arrival, type ArrivalReport, reportArrivalEndpoint } from '../schema/arrival.js'

/**
 * Somebody reports at the ward and shows a pass or says a number: who is expected here is recorded as
 * met.
 *
 * @throws {KbytError} `arrival_elsewhere`: *Chưa đăng ký lưu trú tại đây*, alike for somebody expected
 * in another area and for nobody; `inspection_placeholder`: nine zeros are many children, scan the pass;
 * `qr_forged`, `qr_expired`, `qr_revoked` and the other `qr_…` codes: what is wrong with the pass;
 * `rate_limited`: too many numbers in a row.
 * @example
 * const { person } = await reportArrival(client, { by: 'qr', qr: text })
 * show(`Đã gặp ${person.fullName}`)
 */
export async function reportArrival(
  client: Client,
  report: ArrivalReport,
  options?: IdempotentCallOptions,
): Promise<Arrival> {
  return call(client, reportArrivalEndpoint, { report }, options)
}
