import type { Policy, PolicyStay, Zone } from '../schema/policy.js'
import type { Answer } from './answer.js'
import { doDaysTouch } from './day-times.js'
import { locateStay } from './locate-stay.js'

/** A stay with every zone it lies in or may lie in. */
export interface LocatedStay {
  readonly stay: PolicyStay
  readonly zones: readonly { readonly zone: Zone; readonly answer: Answer }[]
}

/** Finds the zones of each stay once for all rules: a policy may have thousands. */
export function locateStays(stays: readonly PolicyStay[], policy: Policy): LocatedStay[] {
  return stays.map((stay) => ({
    stay,
    zones: policy.zones
      .map((zone) => ({ zone, answer: locateStay(stay, zone, policy.placesVersion) }))
      .filter(({ zone, answer }) => answer.holds !== 'no' && doDaysTouch(stay, zone)),
  }))
}
