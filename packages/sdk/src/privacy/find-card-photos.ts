import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type CardPhotosRequest,
  findCardPhotosEndpoint,
  type KeptCardPhotos,
} from '../schema/verification.js'

/**
 * Shows an administrator the photos an account was verified by, where the portal keeps them; who looked
 * and why is in the audit log first.
 *
 * @throws {KbytError} `not_found`: none are kept; `forbidden`: another role; `rate_limited`: wait
 * `retryAfterSeconds`; `audit_unavailable`: nothing was shown, ask again.
 * @example
 * const { card } = await findCardPhotos(client, { phone: '0905123456', grounds: 'Đơn số 12' })
 */
export async function findCardPhotos(
  client: Client,
  request: CardPhotosRequest,
  options?: CallOptions,
): Promise<KeptCardPhotos> {
  return call(client, findCardPhotosEndpoint, request, options)
}
