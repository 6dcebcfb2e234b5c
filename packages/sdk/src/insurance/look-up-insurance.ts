import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type FilledPerson,
  type InsuranceLookup,
  lookUpInsuranceEndpoint,
} from '../schema/insurance.js'

/**
 * Fills a person in from their health insurance card (dispatch 391, I.4.b: "Có thẻ bảo hiểm y tế").
 * Every field stays open to correction; a look-up that fails never stops the declaration.
 *
 * @throws {KbytError} `insurance_not_found`: no such card, or another birth year, go on typing;
 * `insurance_unavailable`: the insurer does not answer, or this portal asks none; `rate_limited`: 5 an
 * hour per phone; `session_required`, `session_expired`: prove the phone (`requestOtp`).
 * @example
 * const { fullName, bornOn } = await lookUpInsurance(client, { cardNumber: '4612345678', birthYear: 1990 })
 */
export async function lookUpInsurance(
  client: Client,
  input: InsuranceLookup,
  options?: CallOptions,
): Promise<FilledPerson> {
  return call(client, lookUpInsuranceEndpoint, input, options)
}
