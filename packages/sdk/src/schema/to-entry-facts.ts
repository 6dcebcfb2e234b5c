import { toCalendarDate } from './calendar-date.js'
import type { RecentPlace } from './declaration.js'
import type { Journey, JourneyStay } from './journey.js'
import type { CheckedPass } from './pass.js'

/** What an entry pass says beyond a domestic one. */
type EntryFacts = NonNullable<CheckedPass['entry']>
type StayFacts = EntryFacts['stays'][number]

/** What fits into a pass (`signPass` in `@kbyt/sdk/qr/sign` refuses more). */
const maxStays = 4
const maxDaysBefore = 23
/** No ward has it: stands for a destination in a district without wards. */
const noWard = '00000'
const dayMs = 86_400_000

/** What one person's entry pass is made of. */
export interface ToEntryFactsInput {
  /** The declaration's. */
  readonly journey: Pick<Journey, 'destination' | 'stays'>
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
 * the declaration. Stays in one ward that touch are one. A day longer ago than a pass can say becomes
 * the last it can, and one still to come today: both are on the side of caution.
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
  { journey: { destination, stays }, recentPlaces }: ToEntryFactsInput,
  declaredAtMs: number,
): EntryPassFacts {
  const { placesVersion, wardCode = noWard } = destination
  const today = toCalendarDate(declaredAtMs)
  const said = stays.flatMap((stay) =>
    stay.placesVersion === placesVersion ? toStayFacts(stay, today) : [],
  )
  const joined = joinStays(said)
  const provinces = new Set(stays.map(({ provinceCode }) => provinceCode))
  return {
    entry: { placesVersion, destinationWard: wardCode, stays: joined.slice(0, maxStays) },
    shouldAskOfficer:
      said.length < stays.length ||
      joined.length > maxStays ||
      recentPlaces.some(({ level, code }) => level === 'country' || !provinces.has(code)),
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

/** The newest first; those of one ward made one where not a day lies between. */
function joinStays(stays: readonly StayFacts[]): StayFacts[] {
  const joined: StayFacts[] = []
  for (const stay of [...stays].sort(byLastDay)) {
    const { wardCode, firstDaysBefore, lastDaysBefore } = stay
    const index = joined.findIndex(
      (later) => later.wardCode === wardCode && lastDaysBefore <= later.firstDaysBefore + 1,
    )
    const later = joined[index]
    if (!later) joined.push(stay)
    else {
      const first = Math.max(later.firstDaysBefore, firstDaysBefore)
      joined[index] = { ...later, firstDaysBefore: first }
    }
  }
  return joined
}

function byLastDay(one: StayFacts, other: StayFacts): number {
  return one.lastDaysBefore - other.lastDaysBefore
}
