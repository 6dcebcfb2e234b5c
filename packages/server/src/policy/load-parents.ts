import { createFindParents, type FindParents } from '@kbyt/sdk/policy'
import type { Config, Province } from '@kbyt/sdk/schema'
import type { Places } from '../ports.js'

/** Which units lie in which, of the portal's version; a code of another one is not known here. */
export function createLoadParents(
  places: Places,
  { placesVersion }: Config,
): () => Promise<FindParents> {
  let loaded: Promise<FindParents> | undefined

  async function load(): Promise<FindParents> {
    const list = await places.findProvinces(placesVersion)
    const provinces: Province[] = []
    for (const { code } of list?.provinces ?? []) {
      const province = await places.findProvince(placesVersion, code)
      if (province) provinces.push(province)
    }
    return createFindParents(provinces)
  }

  return () => {
    loaded ??= load()
    return loaded
  }
}
