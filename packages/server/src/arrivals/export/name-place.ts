import type { JourneyPlace, Province } from '@kbyt/sdk/schema'
import type { Places } from '../../ports.js'

/** A place from the hamlet up, as it is written on an envelope. */
export type NamePlace = (
  place: Pick<
    JourneyPlace,
    'placesVersion' | 'provinceCode' | 'districtCode' | 'wardCode' | 'hamlet'
  >,
) => Promise<string>

/** Asks for each province once. A unit nobody knows is named by its code. */
export function createNamePlace(places: Places): NamePlace {
  const provinces = new Map<string, Promise<Province | undefined>>()

  function find(version: string, code: string): Promise<Province | undefined> {
    const key = `${version} ${code}`
    const found = provinces.get(key) ?? places.findProvince(version, code)
    provinces.set(key, found)
    return found
  }

  return async ({ placesVersion, provinceCode, districtCode, wardCode, hamlet }) => {
    const province = await find(placesVersion, provinceCode)
    const name = (units: Province['wards'] | Province['districts'] | undefined, code?: string) =>
      units?.find((unit) => unit.code === code)?.name ?? code
    const parts = [
      hamlet,
      name(province?.wards, wardCode),
      name(province?.districts, districtCode),
      province?.name ?? provinceCode,
    ]
    return parts.filter((part) => part !== undefined).join(', ')
  }
}
