import type { CallOptions } from '../client/call-options.js'
import { untilAborted } from '../client/until-aborted.js'
import type { Unit } from '../schema/places.js'
import { loadProvince } from './load-province.js'
import { findState, placesVersions } from './places-versions.js'

/** What an address says of its ward. */
export interface AddressedWard {
  readonly placesVersion: string
  readonly provinceCode: string
  readonly wardCode: string
}

/** A ward that an old one may have become. */
export interface SuccessorWard extends Unit {
  readonly provinceCode: string
  readonly provinceName: string
}

/**
 * Where a ward probably went. A hint and no more: the table behind it shows hardly any of the 441 wards
 * that were divided in 2025, so that even a single successor is one to ask about, and nothing may change
 * an address by it without the person's word.
 */
export interface SuccessorHint {
  /** A person confirms it, always. */
  readonly isHint: true
  readonly placesVersion: string
  /**
   * `single`: one ward is known. `several`: the old ward was divided, only the person knows.
   * `unknown`: none is known; let the person search the new units.
   */
  readonly kind: 'single' | 'several' | 'unknown'
  /** By code; none where `kind` is `unknown`. */
  readonly successors: readonly SuccessorWard[]
}

/** How far {@link findSuccessors} goes. */
export interface FindSuccessorsOptions extends CallOptions {
  /** @defaultValue the newest version */
  readonly toVersion?: string
}

interface Position {
  readonly provinceCode: string
  readonly wardCodes: readonly string[]
}

/**
 * Finds the wards that an old ward may have become, as a hint for the person to confirm; through every
 * change between the two versions. Undefined when there is no such ward, or the version is not older.
 *
 * @example
 * import { findSuccessors } from '@kbyt/sdk/places'
 *
 * const old = { placesVersion: '2021-03', provinceCode: '46', wardCode: '19801' }
 * const hint = await findSuccessors(old)
 * hint?.successors.map((ward) => ward.name) // ['Phường An Cựu']: of 2025, to be confirmed
 */
export async function findSuccessors(
  { placesVersion, provinceCode, wardCode }: AddressedWard,
  options: FindSuccessorsOptions = {},
): Promise<SuccessorHint | undefined> {
  const { toVersion = placesVersions.at(-1)?.version ?? '', signal } = options
  signal?.throwIfAborted()
  const versions = placesVersions.map(({ version }) => version)
  const [from, to] = [versions.indexOf(placesVersion), versions.indexOf(toVersion)]
  if (from < 0 || to <= from) return undefined
  const old = await loadProvince(placesVersion, provinceCode, { signal })
  if (!old?.wards.some(({ code }) => code === wardCode)) return undefined
  let position: Position = { provinceCode, wardCodes: [wardCode] }
  for (const version of versions.slice(from, to))
    position = await untilAborted(move(version, position), signal)
  return untilAborted(describeHint(toVersion, position), signal)
}

/** One change of units. A ward the table does not name goes on under its own code. */
async function move(version: string, { provinceCode, wardCodes }: Position): Promise<Position> {
  const moves = findState(version)?.loadSuccessors
  const load = moves && Object.hasOwn(moves, provinceCode) ? moves[provinceCode] : undefined
  if (!load) return { provinceCode, wardCodes }
  const { default: moved } = await load()
  const next = wardCodes.flatMap((code) => moved.wards[code] ?? [code])
  return { provinceCode: moved.provinceCode, wardCodes: [...new Set(next)] }
}

async function describeHint(
  placesVersion: string,
  { provinceCode, wardCodes }: Position,
): Promise<SuccessorHint> {
  const province = await loadProvince(placesVersion, provinceCode)
  const successors = (province?.wards ?? [])
    .filter(({ code }) => wardCodes.includes(code))
    .map(({ code, name }) => ({ code, name, provinceCode, provinceName: province?.name ?? '' }))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  const kinds = ['unknown', 'single'] as const
  return { isHint: true, placesVersion, kind: kinds[successors.length] ?? 'several', successors }
}
