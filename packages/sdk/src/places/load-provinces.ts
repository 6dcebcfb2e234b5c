import type { CallOptions } from '../client/call-options.js'
import { untilAborted } from '../client/until-aborted.js'
import type { ProvinceList } from '../schema/places.js'
import { findState } from './places-versions.js'

/**
 * Loads the provinces of one version, sorted by name; undefined when there is no such version.
 *
 * @example
 * import { loadProvinces } from '@kbyt/sdk/places'
 *
 * const list = await loadProvinces('2021-03')
 * list?.provinces.length // 63
 */
export async function loadProvinces(
  version: string,
  { signal }: CallOptions = {},
): Promise<ProvinceList | undefined> {
  signal?.throwIfAborted()
  const state = findState(version)
  if (!state) return undefined
  const { default: provinces } = await untilAborted(state.loadProvinces(), signal)
  return { version, validFrom: state.validFrom, provinces: structuredClone(provinces) }
}
