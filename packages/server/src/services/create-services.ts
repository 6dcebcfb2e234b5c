import type { CreateAppOptions } from '../app-options.js'
import { createCommon } from './common.js'
import { createServicesForCitizens } from './for-citizens.js'
import { createServicesForOfficers } from './for-officers.js'
import { createServicesForSystems } from './for-systems.js'

/** Every service of the backend, tied together once. */
export function createServices(options: CreateAppOptions) {
  const common = createCommon(options)
  const { outside, config, places, keySet } = common
  return {
    outside,
    config,
    places,
    keySet,
    ...createServicesForCitizens(common, options),
    ...createServicesForOfficers(common, options),
    ...createServicesForSystems(common, options),
  }
}
