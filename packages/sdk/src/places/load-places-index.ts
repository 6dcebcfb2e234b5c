import type { CallOptions } from '../client/call-options.js'
import { untilAborted } from '../client/until-aborted.js'
import { createPlacesIndex } from './create-places-index.js'
import type { PlacesIndex } from './places-index.js'
import { findState } from './places-versions.js'

/**
 * Loads all names of one version and makes them searchable: some 50 kB gzip and some tenths of a
 * second, so do it once, when somebody begins to search. Undefined when there is no such version.
 *
 * @example
 * import { loadPlacesIndex, searchPlaces } from '@kbyt/sdk/places'
 *
 * const index = await loadPlacesIndex('2021-03')
 * const hits = index ? searchPlaces(index, 'an cuu hue') : []
 */
export async function loadPlacesIndex(
  version: string,
  { signal }: CallOptions = {},
): Promise<PlacesIndex | undefined> {
  signal?.throwIfAborted()
  const state = findState(version)
  if (!state) return undefined
  const { default: text } = await untilAborted(state.loadSearchText(), signal)
  return createPlacesIndex(version, text)
}
