import type { JourneyPlace } from '../schema/journey.js'
import type { PolicyStay } from '../schema/policy.js'
import type { FindParents } from './create-find-parents.js'

/** A place as far as it is known; no level at all where its codes mean nothing. */
export type ResolvedPlace = Omit<PolicyStay, 'from' | 'to'>

/** A place with what may be left out: a pass says no more than a ward. */
type SaidPlace = Omit<JourneyPlace, 'provinceCode'> & { readonly provinceCode?: string }

/**
 * Looks the units of a place up. Codes that are unknown, of another version or at odds with each other
 * are left out, so that the policy asks an officer: they would match no zone and count as "elsewhere".
 */
export function resolvePlace(place: SaidPlace, findParents: FindParents): ResolvedPlace {
  const { placesVersion, provinceCode, districtCode, wardCode, ...below } = place
  const code = wardCode ?? districtCode ?? provinceCode
  const parents = code === undefined ? undefined : findParents(placesVersion, code)
  if (!parents) return {}
  const isAtOdds =
    (provinceCode !== undefined && provinceCode !== parents.provinceCode) ||
    (districtCode !== undefined && districtCode !== parents.districtCode)
  if (isAtOdds) return {}
  const units = { placesVersion, provinceCode: parents.provinceCode }
  return { ...units, districtCode: parents.districtCode, wardCode, ...below }
}
