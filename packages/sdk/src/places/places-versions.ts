import { states } from '#places-data'

/** One state of the administrative units. */
export interface PlacesVersion {
  readonly version: string
  /** The calendar date these units took effect. */
  readonly validFrom: string
}

/** Every state of the administrative units there is, oldest first. */
export const placesVersions: readonly PlacesVersion[] = states.map(({ version, validFrom }) => ({
  version,
  validFrom,
}))

/**
 * The units that were in force on a calendar date (`YYYY-MM-DD`); undefined before the first we have.
 *
 * @example
 * import { findPlacesVersion } from '@kbyt/sdk/places'
 *
 * findPlacesVersion('2021-06-30')?.version // '2021-03'
 */
export function findPlacesVersion(date: string): PlacesVersion | undefined {
  return placesVersions.findLast(({ validFrom }) => validFrom <= date)
}

export function findState(version: string) {
  return states.find((state) => state.version === version)
}
