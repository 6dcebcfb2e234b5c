export { loadProvince } from './load-province.js'
export { loadProvinces } from './load-provinces.js'
export { findPlacesVersion, type PlacesVersion, placesVersions } from './places-versions.js'
export { searchUnits } from './search-units.js'
