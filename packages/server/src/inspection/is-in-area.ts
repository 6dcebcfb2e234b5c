import type { Config } from '@kbyt/sdk/schema'
import type { OwnPlace } from './to-own-place.js'

/**
 * Whether an officer bound to `areas` may see a registration of this place. The portal's own
 * province sees all that was declared here; a ward, district or other province sees its own people.
 */
export function isInArea(
  areas: readonly string[],
  { provinceCode, districtCode, wardCode }: OwnPlace,
  config: Config,
): boolean {
  return areas.some(
    (area) =>
      area === config.provinceCode ||
      area === wardCode ||
      area === districtCode ||
      area === provinceCode,
  )
}
