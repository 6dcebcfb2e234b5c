import type { Visit, VisitBatch } from '@kbyt/sdk/schema'
import type { PassHolder, Store, VenueRow } from '../store/store.js'
import type { Sender } from './to-sender.js'

/** What the visits of a batch are judged by, read at once for all of them. */
export interface Door {
  readonly venues: ReadonlyMap<string, VenueRow>
  /** The venues of the batch that the sending phone works at, with the id it has there. */
  readonly ownVenues: ReadonlyMap<string, string>
  readonly passes: ReadonlyMap<string, PassHolder>
}

/** Reads what a batch is judged by: a statement for each kind of thing, however many visits there are. */
export async function findDoor(
  { venues, visits }: Store,
  { visits: sent }: VisitBatch,
  sender: Sender,
): Promise<Door> {
  const codes = [...new Set(sent.map(({ venueCode }) => venueCode))]
  const [rows, holders, ownVenues] = await Promise.all([
    venues.findVenues(codes),
    visits.findPassHolders(toPassIds(sent)),
    findOwnVenues(venues, sent, sender),
  ])
  return {
    // nobody answers for a venue without an owner: its door is none any more
    venues: new Map(
      rows.flatMap((row) => (row.closedAt === null ? [[row.venueCode, row] as const] : [])),
    ),
    ownVenues,
    passes: new Map(holders.map((holder) => [holder.passId, holder])),
  }
}

const toPassIds = (visits: readonly Visit[]) => [
  ...new Set(visits.flatMap(({ subject }) => (subject.by === 'pass' ? [subject.passId] : []))),
]

/** A visitor's phone is not asked where it works. */
async function findOwnVenues(
  venues: Store['venues'],
  visits: readonly Visit[],
  sender: Sender,
): Promise<Map<string, string>> {
  if (sender.by !== 'phone') return new Map()
  const scanned = visits.filter(({ scannedBy }) => scannedBy === 'staff')
  const codes = [...new Set(scanned.map(({ venueCode }) => venueCode))]
  const found = await Promise.all(
    codes.map((venueCode) => venues.findMembership(venueCode, sender.phoneIndex)),
  )
  return new Map(found.flatMap((each) => (each ? [[each.venueCode, each.staffId] as const] : [])))
}
