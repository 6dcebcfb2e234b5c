import { type ArrivalSearch, addDays } from '@kbyt/sdk/schema'
import type { FindScope } from '../localities/find-scope.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import type { AreaScope, ArrivalFilter, OfficerRow } from '../store/store.js'
import { toHamletIndex } from './to-hamlet-index.js'

/** What an officer asked for, as the store understands it: never more than their areas. */
export type ToArrivalFilter = (
  asked: ArrivalSearch,
  officer: Pick<OfficerRow, 'areas'>,
) => Promise<ArrivalFilter>

const startOf = (date: string) => Date.parse(`${date}T00:00:00+07:00`)

export function createToArrivalFilter(
  { vault, config }: Pick<Outside, 'vault' | 'config'>,
  places: Places,
  findScope: FindScope,
): ToArrivalFilter {
  /** A hamlet's name is one of a ward's: in how many wards it is asked for, so many indexes. */
  async function toHamletIndexes(areas: AreaScope, hamlet: string): Promise<string[]> {
    const codes = areas === 'all' ? await listProvince() : areas
    return Promise.all(codes.map((code) => toHamletIndex(vault, code, hamlet)))
  }

  async function listProvince(): Promise<string[]> {
    const province = await places.findProvince(config.placesVersion, config.provinceCode)
    return [...(province?.districts ?? []), ...(province?.wards ?? [])].map(({ code }) => code)
  }

  return async ({ area, from, to, state, hamlet }, officer) => {
    const areas = await findScope(officer.areas, area)
    return {
      areas,
      from: from === undefined ? undefined : startOf(from),
      until: to === undefined ? undefined : startOf(addDays(to, 1)),
      state,
      hamletIndexes: hamlet === undefined ? undefined : await toHamletIndexes(areas, hamlet),
    }
  }
}
