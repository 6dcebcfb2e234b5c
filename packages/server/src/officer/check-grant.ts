import { type InputIssue, KbytError } from '@kbyt/sdk'
import type { Config, OfficerGrant } from '@kbyt/sdk/schema'
import type { Places } from '../ports.js'

type AreaLevel = 'province' | 'district' | 'ward'

/** What each role may be bound to; DESIGN.md, "Sessions, origins, areas". */
const levels: Record<OfficerGrant['role'], readonly AreaLevel[]> = {
  checkpoint: ['province'],
  clinic: ['province', 'district', 'ward'],
  ward: ['district', 'ward'],
  'health-station': ['district', 'ward'],
  province: ['province'],
  administrator: ['province'],
  inspector: [],
}

/**
 * Whether a role may be granted for these areas: units of the portal's own province, of a level that
 * goes with the role; a venue for inspectors alone.
 *
 * @throws {KbytError} `input_invalid`, naming each area by its place.
 */
export async function checkGrant(
  grant: OfficerGrant,
  config: Config,
  places: Places,
): Promise<void> {
  const { role, areas, venueCode } = grant
  const issues: InputIssue[] = []
  const isInspector = role === 'inspector'
  if (isInspector && venueCode === undefined) issues.push(issue('venueCode', 'required'))
  if (!isInspector && venueCode !== undefined) issues.push(issue('venueCode', 'invalid_value'))
  if (!isInspector && areas.length === 0) issues.push(issue('areas', 'too_few'))
  const findLevel = await createFindLevel(config, places)
  for (const [index, area] of areas.entries()) {
    const level = findLevel(area)
    if (level === undefined) issues.push(issue(`areas.${index}`, 'area_unknown'))
    else if (!levels[role].includes(level)) issues.push(issue(`areas.${index}`, 'area_not_allowed'))
  }
  if (issues.length > 0) throw new KbytError('input_invalid', { issues })
}

const issue = (path: string, code: string): InputIssue => ({ path: `grant.${path}`, code })

async function createFindLevel({ placesVersion, provinceCode }: Config, places: Places) {
  const province = await places.findProvince(placesVersion, provinceCode)
  const has = (units: readonly { code: string }[] | undefined, code: string) =>
    units?.some((unit) => unit.code === code) === true
  return (area: string): AreaLevel | undefined => {
    if (area === provinceCode) return 'province'
    if (has(province?.districts, area)) return 'district'
    return has(province?.wards, area) ? 'ward' : undefined
  }
}
