import type { Config, Province } from '@kbyt/sdk/schema'
import type { Places } from '../ports.js'
import type { AreaScope } from '../store/store.js'

/**
 * Which wards, and districts without wards, somebody may see whose role is bound to `areas`; `asked`
 * narrows it down. A unit that is not theirs and one that does not exist are alike: nothing is in it.
 */
export type FindScope = (areas: readonly string[], asked: string | undefined) => Promise<AreaScope>

export function createFindScope(places: Places, config: Config): FindScope {
  const findProvince = (code: string) => places.findProvince(config.placesVersion, code)

  async function expand(area: string): Promise<AreaScope> {
    // what was declared here is the portal's province's, wherever the people live
    if (area === config.provinceCode) return 'all'
    const isProvince = area.length === 2
    const province = await findProvince(isProvince ? area : config.provinceCode)
    return province ? listUnits(province, isProvince ? undefined : area) : [area]
  }

  return async (areas, asked) => {
    const own = (await Promise.all(areas.map(expand))).reduce(unite, [])
    return asked === undefined ? own : intersect(own, await expand(asked))
  }
}

/** The wards and districts of a province; with a district, or a ward, its own. */
function listUnits({ districts, wards }: Province, within: string | undefined): string[] {
  if (within === undefined) return [...districts, ...wards].map(({ code }) => code)
  const inside = wards.filter(({ districtCode }) => districtCode === within)
  return [within, ...inside.map(({ code }) => code)]
}

const unite = (a: AreaScope, b: AreaScope): AreaScope =>
  a === 'all' || b === 'all' ? 'all' : [...new Set([...a, ...b])]

function intersect(a: AreaScope, b: AreaScope): AreaScope {
  if (a === 'all') return b
  return b === 'all' ? a : a.filter((code) => b.includes(code))
}
