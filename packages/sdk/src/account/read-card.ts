import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type CardPhoto, type CardReading, readCardEndpoint } from '../schema/verification.js'

/**
 * Fills a form in from a photo of the ID card (dispatch 391, I.4.a). The photo is not kept; every field
 * stays open to correction.
 *
 * @throws {KbytError} `card_unreadable`: take the photo again, or type; `ekyc_unavailable`: this portal
 * reads none, or not now; `rate_limited`, `session_required`, `session_expired`.
 * @example
 * const { fullName, bornOn } = await readCard(client, { card: photoAsBase64 })
 */
export async function readCard(
  client: Client,
  input: CardPhoto,
  options?: CallOptions,
): Promise<CardReading> {
  return call(client, readCardEndpoint, input, options)
}
