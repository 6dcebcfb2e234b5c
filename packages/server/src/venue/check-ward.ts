import { KbytError } from '@kbyt/sdk'
import type { Address, Config } from '@kbyt/sdk/schema'
import { checkUnits } from '../declaration/check-units.js'
import type { Places } from '../ports.js'

/**
 * Whether an address names a ward of the portal's own province, in the units the portal works with.
 *
 * @throws {KbytError} `input_invalid`.
 */
export async function checkWard(address: Address, config: Config, places: Places): Promise<void> {
  const { placesVersion, provinceCode } = config
  const issues = [
    ...(address.placesVersion === placesVersion ? [] : [toIssue('placesVersion')]),
    ...(address.provinceCode === provinceCode ? [] : [toIssue('provinceCode')]),
  ]
  const province = await places.findProvince(placesVersion, provinceCode)
  const found = issues.length > 0 ? issues : checkUnits(address, province, 'address')
  if (found.length > 0) throw new KbytError('input_invalid', { issues: found })
}

const toIssue = (field: string) => ({ path: `address.${field}`, code: 'place_unknown' })
