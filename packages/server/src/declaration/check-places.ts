import type { InputIssue } from '@kbyt/sdk'
import {
  type Address,
  type Declaration,
  type DeclaredPerson,
  hasWards,
  type Province,
} from '@kbyt/sdk/schema'
import type { Places } from '../ports.js'

/**
 * The rules that need the list of administrative units: a ward is named where there are wards, it
 * lies in its district, that in its province, and the provinces visited exist.
 */
export async function checkPlaces(
  { people }: Declaration,
  places: Places,
  version: string,
): Promise<InputIssue[]> {
  const known = await places.findProvinces(version)
  const codes = new Set(known?.provinces.map(({ code }) => code))
  const issues = people.map(async (declared, index) => {
    const { address } = declared.person
    const province = await places.findProvince(version, address.provinceCode)
    return [
      ...checkAddress(address, province, `people.${index}.person.address`),
      ...checkVisited(declared, codes, `people.${index}.recentPlaces`),
    ]
  })
  return (await Promise.all(issues)).flat()
}

function checkAddress(
  { wardCode, districtCode }: Address,
  province: Province | undefined,
  path: string,
): InputIssue[] {
  if (!province) return [{ path: `${path}.provinceCode`, code: 'place_unknown' }]
  if (wardCode === undefined) {
    return hasWards(province, districtCode) ? [{ path: `${path}.wardCode`, code: 'required' }] : []
  }
  const ward = province.wards.find(({ code }) => code === wardCode)
  if (!ward) return [{ path: `${path}.wardCode`, code: 'place_unknown' }]
  if (ward.districtCode === districtCode) return []
  const code = districtCode === undefined ? 'district_required' : 'place_unknown'
  return [{ path: `${path}.districtCode`, code }]
}

function checkVisited(
  { recentPlaces }: DeclaredPerson,
  provinceCodes: ReadonlySet<string>,
  path: string,
): InputIssue[] {
  return recentPlaces.flatMap(({ level, code }, index) =>
    level === 'province' && !provinceCodes.has(code)
      ? [{ path: `${path}.${index}.code`, code: 'place_unknown' }]
      : [],
  )
}
