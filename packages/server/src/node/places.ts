import { loadProvince, loadProvinces } from '@kbyt/sdk/places'
import type { Places } from '../ports.js'

/** The administrative units that come with the SDK: it gives a copy to each who asks, we read one of each. */
export const places: Places = {
  findProvinces: rememberEach((version: string) => loadProvinces(version)),
  findProvince: rememberEach((version: string, code: string) => loadProvince(version, code)),
}

/** Only what there is: unknown names come from outside, and there is no end to them. */
function rememberEach<Names extends readonly string[], Found>(
  load: (...names: Names) => Promise<Found | undefined>,
): (...names: Names) => Promise<Found | undefined> {
  const known = new Map<string, Found>()
  return async (...names) => {
    const name = names.join(' ')
    const found = known.get(name) ?? (await load(...names))
    if (found !== undefined) known.set(name, found)
    return found
  }
}
