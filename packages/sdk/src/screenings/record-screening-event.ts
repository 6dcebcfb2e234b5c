import type * as z from 'zod/mini'
import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { recordScreeningEventEndpoint, type Screening } from '../schema/screening.js'

/** What a health station did about a screening. */
export type RecordScreeningEventInput = z.infer<typeof recordScreeningEventEndpoint.input>

/**
 * Records that somebody was called, examined or referred, or that the case is closed; the answer is the
 * screening with all its events.
 *
 * @throws {KbytError} `not_found`: no such screening in the officer's areas, or the person declared anew
 * since: list again; `audit_unavailable`: nothing was recorded.
 * @example
 * const [first] = (await findScreenings(client, { state: 'waiting' })).screenings
 * if (first) {
 *   const { screeningId } = first
 *   await recordScreeningEvent(client, { screeningId, event: 'called', note: 'Hẹn khám 14 giờ' })
 * }
 */
export async function recordScreeningEvent(
  client: Client,
  input: RecordScreeningEventInput,
  options?: IdempotentCallOptions,
): Promise<Screening> {
  return call(client, recordScreeningEventEndpoint, input, options)
}
