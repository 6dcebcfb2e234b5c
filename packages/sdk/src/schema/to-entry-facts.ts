import { toCalendarDate } from './calendar-date.js'
import type { RecentPlace } from './declaration.js'
import { isToldByStays } from './is-told-by-stays.js'
import type { Journey, JourneyStay } from './journey.js'
import type { CheckedPass } from './pass.js'
import { toJourneyStays } from './to-journey-stays.js'

/** What an entry pass says beyond a domestic one. */
type EntryFacts = NonNullable<CheckedPass['entry']>
type StayFacts = EntryFacts['stays'][number]

/** What fits into a pass (`signPass` in `@kbyt/sdk/qr/sign` refuses more). */
const maxStays = 4
/** The longest ago a pass can say; it stands for every day before too. */
export const maxDaysBefore = 23
/** No ward has it: stands for a destination in a district without wards. */
const noWard = '00000'
const dayMs = 86_400_000

/** What one person's entry pass is made of. */
export interface ToEntryFactsInput {
  /** The declaration's. */
  readonly journey: Pick<Journey, 'destination' | 'origin' | 'departureAt' | 'stays'>
  /** The person's own. */
  readonly recentPlaces: readonly RecentPlace[]
}

/** The part of the facts of a pass that an entry declaration decides. */
export interface EntryPassFacts {
  /** Where to, where from. */
  readonly entry: EntryFacts
  /** The pass cannot say all that was declared: a stay abroad, one without a ward, a fifth. */
  readonly shouldAskOfficer: boolean
}

/**
 * What the pass of one person says of the journey: the newest stays down to the ward, in days before
 * the declaration, the origin being one on the day of departure. A day longer ago than a pass can say
 * becomes the last it can, and one still to come today: who reads the pass knows these two for bounds.
 *
 * @param declaredAtMs - The instant of declaring, milliseconds since 1970.
 * @example
 * import { type EntryDeclaration, toEntryFacts } from '@kbyt/sdk/schema'
 *
 * function toFacts({ journey, people }: EntryDeclaration) {
 *   return people.map(({ recentPlaces }) => toEntryFacts({ journey, recentPlaces }, Date.now()))
 * }
 */
export function toEntryFacts(
  { journey, recentPlaces }: ToEntryFactsInput,
  declaredAtMs: number,
): EntryPassFacts {
  const { placesVersion, wardCode = noWard } = journey.destination
  const today = toCalendarDate(declaredAtMs)
  const stays = toJourneyStays(journey)
  const said = stays.flatMap((stay) =>
    stay.placesVersion === placesVersion ? toStayFacts(stay, today) : [],
  )
  const kept = said.filter((stay, index) => !said.some(isTellingMore(stay, index)))
  return {
    entry: { placesVersion, destinationWard: wardCode, stays: kept.slice(0, maxStays) },
    shouldAskOfficer:
      said.length < stays.length ||
      kept.length > maxStays ||
      recentPlaces.some((place) => !isToldByStays(place, stays)),
  }
}

function toStayFacts({ wardCode, from, to }: JourneyStay, today: string): StayFacts[] {
  if (wardCode === undefined) return []
  return [
    {
      wardCode,
      firstDaysBefore: countDaysBefore(from, today),
      lastDaysBefore: countDaysBefore(to, today),
    },
  ]
}

function countDaysBefore(date: string, today: string): number {
  const days = (Date.parse(today) - Date.parse(date)) / dayMs
  return Math.min(Math.max(days, 0), maxDaysBefore)
}

/** Two stays in one ward that end on one day: the longer one tells both, of equals the first. */
function isTellingMore({ wardCode, firstDaysBefore, lastDaysBefore }: StayFacts, index: number) {
  return (other: StayFacts, at: number): boolean => {
    const isSame = other.wardCode === wardCode && other.lastDaysBefore === lastDaysBefore
    const longer = other.firstDaysBefore - firstDaysBefore
    return isSame && (longer > 0 || (longer === 0 && at < index))
  }
}
