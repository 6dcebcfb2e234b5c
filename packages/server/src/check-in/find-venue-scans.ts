import { toCalendarDate, type VisitDirection } from '@kbyt/sdk/schema'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { BlindIndex, FoundVisit } from '../store/store.js'
import { openVenue } from '../venue/open-venue.js'
import { toMidnight } from './cut-at-midnight.js'

/** What the inspection says under *Quét QR điểm đến*. */
interface VenueScans {
  /** The newest scan within the look-back days, wherever it was. */
  readonly newest:
    | {
        readonly venueCode: string
        /** Undefined for a venue that is no more. */
        readonly venueName: string | undefined
        readonly direction: VisitDirection
        readonly happenedAt: number
      }
    | undefined
  /** Whether there was a scan today at the venue that asks; undefined when no venue asks. */
  readonly isHereToday: boolean | undefined
  /** On how many of the look-back days, today among them, there was a scan. */
  readonly days: number
}

/** Of whom: a person may be known under several ids, and only what one phone did may count. */
interface Scanned {
  readonly personIds: readonly string[]
  readonly phoneIndex?: BlindIndex
}

/**
 * Finds the venue scans of a person.
 *
 * @param ownVenueCode - The inspector's own venue, where there is one.
 */
export type FindVenueScans = (scanned: Scanned, ownVenueCode?: string) => Promise<VenueScans>

/** More than anybody scans in the look-back days. */
const maxScans = 2_000

export function createFindVenueScans({ store, vault, clock, config }: Outside): FindVenueScans {
  async function findName(venueCode: string): Promise<string | undefined> {
    const [row] = await store.venues.findVenues([venueCode])
    return row && (await openVenue(vault, row)).facts.name
  }

  return async ({ personIds, phoneIndex }, ownVenueCode) => {
    const now = clock.now()
    const from = toMidnight(now) - (config.limits.lookBackDays - 1) * dayMs
    const span = { from, before: now + 1 }
    const subjects = phoneIndex === undefined ? personIds : [phoneIndex]
    const found = await Promise.all(
      subjects.map((subject) => store.visits.findVisitsOf(subject, span, maxScans)),
    )
    const visits = found
      .flat()
      .filter(({ personId }) => personIds.includes(personId))
      .sort((one, other) => other.happenedAt - one.happenedAt)
    const [first] = visits
    return {
      newest: first && {
        venueCode: first.venueCode,
        venueName: await findName(first.venueCode),
        direction: first.direction,
        happenedAt: first.happenedAt,
      },
      isHereToday:
        ownVenueCode === undefined ? undefined : visits.some(isAt(ownVenueCode, toMidnight(now))),
      days: new Set(visits.map(({ happenedAt }) => toCalendarDate(happenedAt))).size,
    }
  }
}

const isAt =
  (ownVenueCode: string, since: number) =>
  ({ venueCode, happenedAt }: FoundVisit) =>
    venueCode === ownVenueCode && happenedAt >= since
