import { addDays, toCalendarDate } from '../schema/calendar-date.js'
import type { Config } from '../schema/config.js'
import type { FiledDeclaredPerson, FiledRecentPlace } from '../schema/declaration.js'
import { isToldByStays } from '../schema/is-told-by-stays.js'
import type { FiledJourney } from '../schema/journey.js'
import type { PolicyFacts, PolicyStay } from '../schema/policy.js'
import { toJourneyStays } from '../schema/to-journey-stays.js'
import type { FindParents } from './create-find-parents.js'
import { resolvePlace } from './resolve-place.js'

/** One person of a declaration, with the journey of an entry declaration. */
export interface ToPolicyFactsInput
  extends Pick<FiledDeclaredPerson, 'person' | 'health' | 'recentPlaces'> {
  readonly journey?: FiledJourney | undefined
}

/** What {@link toPolicyFacts} needs beside the declaration. */
export interface ToPolicyFactsOptions {
  /** The instant of declaring, milliseconds since 1970. */
  readonly declaredAtMs: number
  /** The portal's: its province, and how many days back it asks for stays. */
  readonly config: {
    readonly provinceCode: string
    readonly limits: Pick<Config['limits'], 'lookBackDays'>
  }
  /** Tells which district and province a ward lies in: see {@link createFindParents}. */
  readonly findParents: FindParents
  /**
   * When the person really came, an instant (ISO 8601).
   *
   * @defaultValue The arrival stated in the journey; of a domestic declaration, when it was made.
   */
  readonly arrivedAt?: string | undefined
}

/**
 * What a declaration tells a policy of one person: every stay and the origin at all the levels they
 * are known at, signs, contacts, way of travel, purpose. What the forms do not ask stays unknown: add
 * `vaccinationDoses` and `groups` where a portal knows them.
 *
 * Nothing is taken for granted: codes of units that do not exist, or that contradict each other, become
 * a stay nobody knows the place of, which the policy asks an officer about. So does time in the portal's
 * own province for a domestic declaration, which asks for other provinces only.
 *
 * @example
 * import { type Config, type FiledDeclaration } from '@kbyt/sdk/schema'
 * import { evaluatePolicy, type FindParents, type Policy, toPolicyFacts } from '@kbyt/sdk/policy'
 *
 * function decide(filed: FiledDeclaration, policy: Policy, config: Config, findParents: FindParents) {
 *   const declaredAtMs = Date.parse(filed.declaredAt)
 *   return filed.people.map((declared) => {
 *     const said = { ...declared, journey: filed.journey }
 *     const facts = toPolicyFacts(said, { declaredAtMs, config, findParents })
 *     return evaluatePolicy(policy, facts, Date.now())
 *   })
 * }
 */
export function toPolicyFacts(
  declared: ToPolicyFactsInput,
  options: ToPolicyFactsOptions,
): PolicyFacts {
  const { health, journey } = declared
  const { declaredAtMs, config, arrivedAt } = options
  const today = toCalendarDate(declaredAtMs)
  return {
    arrivedAt: arrivedAt ?? journey?.arrivalAt ?? new Date(declaredAtMs).toISOString(),
    stays: journey
      ? toEntryStays(declared, journey, options)
      : toDomesticStays(declared, today, options),
    staysSince: addDays(today, -config.limits.lookBackDays),
    symptoms: health.symptoms,
    contacts: health.contacts,
    ...(health.isPregnant !== undefined && { groups: { pregnant: health.isPregnant } }),
    ...(journey && { vehicle: journey.vehicle, purpose: journey.purpose }),
  }
}

function toEntryStays(
  declared: ToPolicyFactsInput,
  journey: FiledJourney,
  options: ToPolicyFactsOptions,
): PolicyStay[] {
  const stays = toJourneyStays(journey)
  const untold = declared.recentPlaces.filter((place) => !isToldByStays(place, stays))
  const delay = toDelay(journey, options)
  return [
    ...stays.map(({ from, to, ...place }) => ({
      ...resolvePlace(place, options.findParents),
      from,
      to,
      ...(delay &&
        to >= delay.departureOn &&
        to < delay.arrivedOn && { toLatest: delay.arrivedOn }),
    })),
    ...untold.map((place) => toRecentStay(place, declared, options)),
  ]
}

/** Who came on a later day than stated may have left later too. */
function toDelay(
  { departureAt, arrivalAt }: FiledJourney,
  { declaredAtMs, arrivedAt = arrivalAt }: ToPolicyFactsOptions,
) {
  const departureOn = toCalendarDate(Date.parse(departureAt))
  const arrivedOn = toCalendarDate(Date.parse(arrivedAt))
  const isLate = arrivedOn > toCalendarDate(Date.parse(arrivalAt))
  const isAhead = departureOn >= toCalendarDate(declaredAtMs)
  return isLate && isAhead ? { departureOn, arrivedOn } : undefined
}

function toDomesticStays(
  declared: ToPolicyFactsInput,
  today: string,
  options: ToPolicyFactsOptions,
): PolicyStay[] {
  const { street: _, ...address } = declared.person.address
  const { provinceCode, limits } = options.config
  const own = { placesVersion: address.placesVersion, provinceCode }
  const days = { from: addDays(today, -limits.lookBackDays), to: today }
  return [
    { ...resolvePlace(address, options.findParents), from: today, to: today },
    { ...resolvePlace(own, options.findParents), ...days },
    ...declared.recentPlaces.map((place) => toRecentStay(place, declared, options)),
  ]
}

function toRecentStay(
  { level, code, from, to }: FiledRecentPlace,
  { person }: ToPolicyFactsInput,
  { findParents }: ToPolicyFactsOptions,
): PolicyStay {
  if (level === 'country') return { countryCode: code, from, to }
  const { placesVersion } = person.address
  return { ...resolvePlace({ placesVersion, provinceCode: code }, findParents), from, to }
}
