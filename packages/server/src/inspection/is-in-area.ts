import type { Address, Config } from '@kbyt/sdk/schema'

/**
 * Whether an officer bound to `areas` may see a registration from this address. The portal's own
 * province sees all that was declared here; a ward, district or other province sees its own people.
 */
export function isInArea(
  areas: readonly string[],
  { provinceCode, districtCode, wardCode }: Address,
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
