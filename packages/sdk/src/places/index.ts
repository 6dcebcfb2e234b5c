export {
  type AddressedWard,
  type FindSuccessorsOptions,
  findSuccessors,
  type SuccessorHint,
  type SuccessorWard,
} from './find-successors.js'
export { loadPlacesIndex } from './load-places-index.js'
export { loadProvince } from './load-province.js'
export { loadProvinces } from './load-provinces.js'
export type { IndexedUnit, PlacesIndex } from './places-index.js'
export { findPlacesVersion, type PlacesVersion, placesVersions } from './places-versions.js'
export {
  type LeveledUnit,
  type PlaceHit,
  type SearchPlacesOptions,
  searchPlaces,
} from './search-places.js'
export { searchUnits } from './search-units.js'
export type { PlaceLevel } from './unit-types.js'
