import type { Policy, PolicyStay, Zone } from '../schema/policy.js'
import { type Answer, allOf, no, unknown, yes } from './answer.js'
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
    zones: policy.zones.flatMap((zone) => {
      const where = locateStay(stay, zone, policy.placesVersion)
      const answer = where.holds === 'no' ? no : allOf([where, touch(stay, zone)])
      return answer.holds === 'no' ? [] : [{ zone, answer }]
    }),
  }))
}

/** Whether a stay touches the time of a zone, whichever its first and last day are. */
function touch(stay: PolicyStay, zone: Zone): Answer {
  if (doDaysTouch(stay, zone)) return yes
  const { fromEarliest: from = stay.from, toLatest: to = stay.to } = stay
  const isKnown = from === stay.from && to === stay.to
  return !isKnown && doDaysTouch({ from, to }, zone) ? unknown({ code: 'stay_days_unknown' }) : no
}
