import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  erasePersonEndpoint,
  type PersonErasure,
  type PersonErasureRequest,
} from '../schema/privacy.js'

/**
 * Has somebody forgotten who asks an officer of the province in person: what officers wrote down for
 * them, and what was recorded under the documents they show. What a phone declared is left to that phone
 * and named in the answer.
 *
 * @throws {KbytError} `forbidden`: another role. `rate_limited`: wait `retryAfterSeconds`.
 * `audit_unavailable`: nothing was erased, ask again.
 * @example
 * const document = { type: 'cccd', number: '046190001234' } as const
 * const { left } = await erasePerson(client, { documents: [document], grounds: 'Đơn số 12' })
 */
export async function erasePerson(
  client: Client,
  request: PersonErasureRequest,
  options?: IdempotentCallOptions,
): Promise<PersonErasure> {
  return call(client, erasePersonEndpoint, request, options)
}
