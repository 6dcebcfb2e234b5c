import { type Client, getProvince, getProvinces, type Province } from '@kbyt/sdk'
import type { Registration } from '@kbyt/sdk/inspection'
import type { Address } from '@kbyt/sdk/schema'

/** The names of the units in some registrations; a unit whose name could not be had shows its code. */
export class PlaceNames {
  readonly #names: ReadonlyMap<string, string>

  private constructor(names: ReadonlyMap<string, string>) {
    this.#names = names
  }

  /** Loads what the registrations mention. Never rejects for a list that could not be had. */
  static async load(
    client: Client,
    people: readonly Registration[],
    signal: AbortSignal,
  ): Promise<PlaceNames> {
    const names = new Map<string, string>()
    const wanted = new Map(people.map(({ person }) => [toKey(person.address), person.address]))
    const hasPlaces = people.some(({ recentPlaces }) => recentPlaces.length > 0)
    const tasks = [...wanted.values()].flatMap((address) => [
      addProvince(names, client, address, signal),
      ...(hasPlaces ? [addProvinces(names, client, address, signal)] : []),
    ])
    await Promise.allSettled(tasks)
    signal.throwIfAborted()
    return new PlaceNames(names)
  }

  get(code: string): string {
    return this.#names.get(code) ?? code
  }

  /** House, hamlet, ward, district, province, as on an envelope. */
  toLine({ street, hamlet, wardCode, districtCode, provinceCode }: Address): string {
    const units = [wardCode, districtCode, provinceCode].map((code) => code && this.get(code))
    return [street, hamlet, ...units].filter(Boolean).join(', ')
  }
}

const toKey = ({ placesVersion, provinceCode }: Address) => `${placesVersion} ${provinceCode}`

// Codes have 2, 3 or 5 digits by level, so one map holds them all.
function addUnits(names: Map<string, string>, { code, name, districts, wards }: Province): void {
  for (const unit of [{ code, name }, ...districts, ...wards]) names.set(unit.code, unit.name)
}

async function addProvince(
  names: Map<string, string>,
  client: Client,
  { placesVersion: version, provinceCode: code }: Address,
  signal: AbortSignal,
): Promise<void> {
  addUnits(names, await getProvince(client, { version, code }, { signal }))
}

async function addProvinces(
  names: Map<string, string>,
  client: Client,
  { placesVersion: version }: Address,
  signal: AbortSignal,
): Promise<void> {
  const { provinces } = await getProvinces(client, { version }, { signal })
  for (const { code, name } of provinces) names.set(code, name)
}
