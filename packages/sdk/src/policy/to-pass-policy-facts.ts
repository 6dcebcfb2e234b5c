import { addDays, toCalendarDate } from '../schema/calendar-date.js'
import type { CheckedPass } from '../schema/pass.js'
import type { PolicyFacts } from '../schema/policy.js'
import { maxDaysBefore } from '../schema/to-entry-facts.js'
import type { FindParents } from './create-find-parents.js'
import { resolvePlace } from './resolve-place.js'

/** What {@link toPassPolicyFacts} needs beside the pass. */
export interface ToPassPolicyFactsOptions {
  /** The moment the person came, as a rule that of the scan; milliseconds since 1970. */
  readonly arrivedAtMs: number
  /** `config.limits.lookBackDays`: how many days back the form asked for stays. */
  readonly lookBackDays: number
  /** Tells which district and province a ward lies in: see {@link createFindParents}. */
  readonly findParents: FindParents
}

/**
 * What a verified pass tells a policy, without a network: the stays of an entry pass down to the ward,
 * and nothing else. Signs, contacts and the way of travel are not in it, nor what lies below a ward: a
 * policy that needs them says `ask-officer`. So it does for a domestic pass and for one that could not
 * hold all that was declared.
 *
 * @example
 * import { evaluatePolicy, type FindParents, type Policy, toPassPolicyFacts } from '@kbyt/sdk/policy'
 * import type { VerifiedPass } from '@kbyt/sdk/qr'
 *
 * function decideOffline(pass: VerifiedPass, policy: Policy, findParents: FindParents) {
 *   const now = Date.now()
 *   const facts = toPassPolicyFacts(pass, { arrivedAtMs: now, lookBackDays: 14, findParents })
 *   return evaluatePolicy(policy, facts, now)
 * }
 */
export function toPassPolicyFacts(
  pass: Pick<CheckedPass, 'declaredAt' | 'shouldAskOfficer' | 'entry'>,
  { arrivedAtMs, lookBackDays, findParents }: ToPassPolicyFactsOptions,
): PolicyFacts {
  const { declaredAt, shouldAskOfficer, entry } = pass
  const arrivedAt = new Date(arrivedAtMs).toISOString()
  if (!entry) return { arrivedAt }
  const declaredOn = toCalendarDate(Date.parse(declaredAt))
  // A clock behind the issuer's puts nobody's arrival before their declaration.
  const arrivedOn = toCalendarDate(Math.max(arrivedAtMs, Date.parse(declaredAt)))
  const span = { declaredOn, arrivedOn }
  return {
    arrivedAt,
    stays: entry.stays.map(({ wardCode, firstDaysBefore, lastDaysBefore }) => ({
      ...resolvePlace({ placesVersion: entry.placesVersion, wardCode }, findParents),
      ...toDays(firstDaysBefore, lastDaysBefore, span),
    })),
    // A pass that does not say all accounts for no day.
    staysSince: shouldAskOfficer ? addDays(span.arrivedOn, 1) : addDays(declaredOn, -lookBackDays),
  }
}

/** No stay begins before: stands for "any day before". */
const longAgo = '1900-01-01'

interface Span {
  readonly declaredOn: string
  /** Not before `declaredOn`. */
  readonly arrivedOn: string
}

/** Today stands for any day up to the arrival too, the longest a pass can say for any day before. */
function toDays(first: number, last: number, { declaredOn, arrivedOn }: Span) {
  const toBounds = (daysBefore: number) => {
    const day = addDays(declaredOn, -daysBefore)
    const earliest = daysBefore === maxDaysBefore ? longAgo : day
    return { earliest, latest: daysBefore === 0 ? arrivedOn : day }
  }
  const [from, to]: [Bounds, Bounds] = [toBounds(first), toBounds(last)]
  return { fromEarliest: from.earliest, from: from.latest, to: to.earliest, toLatest: to.latest }
}

interface Bounds {
  readonly earliest: string
  readonly latest: string
}
