import type * as z from 'zod/mini'
import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { findScreeningsEndpoint } from '../schema/screening.js'

/** Which screenings, and which page of them. */
export type FindScreeningsInput = z.infer<typeof findScreeningsEndpoint.input>
/** A page of screenings; without `nextCursor` it is the last one. */
export type ScreeningPage = z.infer<typeof findScreeningsEndpoint.output>

/**
 * Finds who of the officer's areas declared a symptom or a contact: both first, then a symptom, then a
 * contact, each the newest first (*rà soát y tế*). Every page is audited.
 *
 * @throws {KbytError} `forbidden`: for health stations and the province alone; `audit_unavailable`: no
 * log, no list; `session_required`, `session_expired`: sign in (`openOfficerSession`).
 * @example
 * const { screenings } = await findScreenings(client, { state: 'waiting' })
 * for (const { person, declarerPhone } of screenings) show(`${person.fullName} ${declarerPhone}`)
 */
export async function findScreenings(
  client: Client,
  input: FindScreeningsInput = {},
  options?: CallOptions,
): Promise<ScreeningPage> {
  return call(client, findScreeningsEndpoint, input, options)
}
