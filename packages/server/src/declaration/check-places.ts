import type { InputIssue } from '@kbyt/sdk'
import {
  type Address,
  type Declaration,
  type DeclaredPerson,
  hasWards,
  type Journey,
  type Province,
} from '@kbyt/sdk/schema'
import type { Places } from '../ports.js'

/** The part of an address or a place that names units. */
type Units = Pick<Address, 'provinceCode' | 'districtCode' | 'wardCode'>

/**
 * The rules that need the list of administrative units: a ward is named where there are wards, it
 * lies in its district, that in its province, and the provinces visited exist.
 */
export async function checkPlaces(
  declaration: Declaration,
  places: Places,
  version: string,
): Promise<InputIssue[]> {
  const known = await places.findProvinces(version)
  const codes = new Set(known?.provinces.map(({ code }) => code))
  const issues = listUnits(declaration).map(async ({ units, path }) =>
    checkUnits(units, await places.findProvince(version, units.provinceCode), path),
  )
  const visited = declaration.people.map((declared, index) =>
    checkVisited(declared, codes, `people.${index}.recentPlaces`),
  )
  return [...(await Promise.all(issues)), ...visited].flat()
}

function listUnits(declaration: Declaration): { units: Units; path: string }[] {
  const addresses = declaration.people.map(({ person }, index) => ({
    units: person.address,
    path: `people.${index}.person.address`,
  }))
  return declaration.kind === 'entry'
    ? [...addresses, ...listPlaces(declaration.journey)]
    : addresses
}

function listPlaces({ origin, destination, stays }: Journey): { units: Units; path: string }[] {
  return [
    { units: origin, path: 'journey.origin' },
    { units: destination, path: 'journey.destination' },
    ...stays.map((units, index) => ({ units, path: `journey.stays.${index}` })),
  ]
}

function checkUnits(
  { wardCode, districtCode }: Units,
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
