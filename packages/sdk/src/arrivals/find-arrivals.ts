import type * as z from 'zod/mini'
import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { findArrivalsEndpoint } from '../schema/arrival.js'

/** A page of arrivals; without `nextCursor` it is the last one. */
export type ArrivalPage = z.infer<typeof findArrivalsEndpoint.output>

/** Which arrivals, and which page of them. */
export type FindArrivalsInput = z.infer<typeof findArrivalsEndpoint.input>

/**
 * Finds who comes to the officer's areas, by stated arrival; every page is audited. An area that is not
 * the officer's is as empty as one that does not exist.
 *
 * @throws {KbytError} `forbidden`: for wards and the province alone; `audit_unavailable`: no log, no
 * list; `session_required`, `session_expired`: sign in (`openOfficerSession`).
 * @example
 * const { arrivals, nextCursor } = await findArrivals(client, { from: '2021-03-03', hamlet: 'Tổ 5' })
 * for (const { person, journey } of arrivals) show(`${person.fullName}, ${journey.destinationAddress}`)
 */
export async function findArrivals(
  client: Client,
  input: FindArrivalsInput = {},
  options?: CallOptions,
): Promise<ArrivalPage> {
  return call(client, findArrivalsEndpoint, input, options)
}
