import type { Config, TrustBundle } from '@kbyt/sdk/schema'
import type { Places } from '../ports.js'

type Areas = TrustBundle['areas']

/**
 * Names for what a pass says of places: all provinces, and the districts and wards of the portal's
 * own. Stays in wards elsewhere are named by who has the data at hand.
 */
export function createFindAreaNames(places: Places, config: Config): () => Promise<Areas> {
  let known: Promise<Areas> | undefined

  async function find(): Promise<Areas> {
    const { placesVersion, provinceCode } = config
    const list = await places.findProvinces(placesVersion)
    const own = await places.findProvince(placesVersion, provinceCode)
    const units = [...(list?.provinces ?? []), ...(own?.districts ?? []), ...(own?.wards ?? [])]
    return units.map(({ code, name }) => ({ code, name }))
  }

  return () => {
    known ??= find()
    return known
  }
}
