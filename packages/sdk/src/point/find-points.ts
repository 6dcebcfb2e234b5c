import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import type { Page } from '../schema/page.js'
import { findPointsEndpoint, type PointPage } from '../schema/point.js'

/**
 * Finds the declaration points of the officer’s area, newest first.
 *
 * @throws {KbytError} `forbidden`: not this role’s; `input_invalid`: a cursor of another list;
 * `session_required`, `session_expired`: sign in (`openOfficerSession`).
 * @example
 * const { points } = await findPoints(client, {})
 * for (const { name, pointCode } of points) console.log(name, pointCode)
 */
export async function findPoints(
  client: Client,
  page: Page,
  options?: CallOptions,
): Promise<PointPage> {
  return call(client, findPointsEndpoint, page, options)
}
