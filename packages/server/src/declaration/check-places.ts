import type { InputIssue } from '@kbyt/sdk'
import type { Declaration, DeclaredPerson, Journey } from '@kbyt/sdk/schema'
import type { Places } from '../ports.js'
import { checkUnits, type Units } from './check-units.js'

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
