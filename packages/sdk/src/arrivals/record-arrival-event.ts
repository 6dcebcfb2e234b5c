import type * as z from 'zod/mini'
import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type Arrival, recordArrivalEventEndpoint } from '../schema/arrival.js'

/** What a ward officer did about an arrival. */
export type RecordArrivalEventInput = z.infer<typeof recordArrivalEventEndpoint.input>

/**
 * Records that somebody was met, ordered into a measure or not found; the answer is the arrival with
 * all its events.
 *
 * @throws {KbytError} `not_found`: no such arrival in the officer's areas, or the person declared anew
 * since: list again; `audit_unavailable`: nothing was recorded.
 * @example
 * const [first] = (await findArrivals(client)).arrivals
 * if (first) {
 *   const { arrivalId } = first
 *   await recordArrivalEvent(client, { arrivalId, event: 'met', note: 'Đã ký cam kết' })
 * }
 */
export async function recordArrivalEvent(
  client: Client,
  input: RecordArrivalEventInput,
  options?: IdempotentCallOptions,
): Promise<Arrival> {
  return call(client, recordArrivalEventEndpoint, input, options)
}
