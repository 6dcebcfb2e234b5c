import type { CallOptions } from '../client/call-options.js'
import { untilAborted } from '../client/until-aborted.js'
import type { Province } from '../schema/places.js'
import { findState } from './places-versions.js'

/**
 * Loads the districts and wards of one province, each sorted by name; only this province's file is
 * fetched. Undefined when version or province do not exist.
 *
 * @example
 * import { loadProvince } from '@kbyt/sdk/places'
 *
 * const hue = await loadProvince('2021-03', '46')
 * hue?.wards.length // 145
 */
export async function loadProvince(
  version: string,
  code: string,
  { signal }: CallOptions = {},
): Promise<Province | undefined> {
  signal?.throwIfAborted()
  const loaders = findState(version)?.loadProvince
  const load = loaders && Object.hasOwn(loaders, code) ? loaders[code] : undefined
  const module = load && (await untilAborted(load(), signal))
  return module && { version, ...structuredClone(module.default) }
}
