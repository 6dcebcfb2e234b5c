import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { getPointEndpoint, type Point, type PointInput } from '../schema/point.js'

/**
 * Gets the declaration point a poster leads to (`?diem=<code>`). A declaration may carry the code
 * even where there is no such point any more: nobody is turned away by an old poster.
 *
 * @throws {KbytError} `not_found`: no such point, or a closed one.
 * @example
 * const { name } = await getPoint(client, { pointCode: 'TRMYTEVD' })
 * console.log(name)
 */
export async function getPoint(
  client: Client,
  input: PointInput,
  options?: CallOptions,
): Promise<Point> {
  return call(client, getPointEndpoint, input, options)
}
