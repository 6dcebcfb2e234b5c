import type { Province } from '../schema/places.js'

/** The units above one, itself included. */
export interface UnitParents {
  readonly provinceCode: string
  /** None above a province, and none since 1 July 2025. */
  readonly districtCode?: string | undefined
}

/**
 * The parents of a province (2 digits), district (3) or ward (5) in one version of the administrative
 * units; undefined where version or code are not known.
 */
export type FindParents = (placesVersion: string, code: string) => UnitParents | undefined

/**
 * Makes a look-up of units out of provinces of any versions, as the places room loads them.
 *
 * @example
 * import { loadProvince, loadProvinces } from '@kbyt/sdk/places'
 * import { createFindParents } from '@kbyt/sdk/policy'
 *
 * async function loadParents(version: string) {
 *   const { provinces } = (await loadProvinces(version)) ?? { provinces: [] }
 *   const loaded = await Promise.all(provinces.map(({ code }) => loadProvince(version, code)))
 *   return createFindParents(loaded.filter((province) => province !== undefined))
 * }
 */
export function createFindParents(provinces: readonly Province[]): FindParents {
  const parents = new Map(provinces.flatMap(listUnits))
  return (placesVersion, code) => parents.get(toKey(placesVersion, code))
}

const toKey = (version: string, code: string) => `${version} ${code}`

function listUnits({ version, code, districts, wards }: Province): [string, UnitParents][] {
  const provinceCode = code
  return [
    [toKey(version, code), { provinceCode }],
    ...districts.map((district): [string, UnitParents] => [
      toKey(version, district.code),
      { provinceCode, districtCode: district.code },
    ]),
    ...wards.map((ward): [string, UnitParents] => [
      toKey(version, ward.code),
      { provinceCode, districtCode: ward.districtCode },
    ]),
  ]
}
