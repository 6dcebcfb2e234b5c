import type { Visit, VisitBatch } from '@kbyt/sdk/schema'
import type { PassHolder, Store, VenueRow } from '../store/store.js'
import type { Sender } from './to-sender.js'

/** What the visits of a batch are judged by, read at once for all of them. */
export interface Door {
  readonly venues: ReadonlyMap<string, VenueRow>
  /** The venues of the batch that the sending phone works at. */
  readonly ownVenues: ReadonlySet<string>
  readonly passes: ReadonlyMap<string, PassHolder>
  /** Whether an earlier try of the visit was kept. */
  isKnown(visit: Pick<Visit, 'venueCode' | 'visitId'>): boolean
}

/** Reads what a batch is judged by: a statement for each kind of thing, however many visits there are. */
export async function findDoor(
  { venues, visits }: Store,
  { visits: sent }: VisitBatch,
  sender: Sender,
): Promise<Door> {
  const codes = [...new Set(sent.map(({ venueCode }) => venueCode))]
  const [rows, known, holders, ownVenues] = await Promise.all([
    venues.findVenues(codes),
    visits.findKnown(sent.map(({ venueCode, visitId }) => ({ venueCode, visitId }))),
    visits.findPassHolders(toPassIds(sent)),
    findOwnVenues(venues, sent, sender),
  ])
  const knownKeys = new Set(known.map(toKey))
  return {
    venues: new Map(rows.map((row) => [row.venueCode, row])),
    ownVenues,
    passes: new Map(holders.map((holder) => [holder.passId, holder])),
    isKnown: (visit) => knownKeys.has(toKey(visit)),
  }
}

const toKey = ({ venueCode, visitId }: Pick<Visit, 'venueCode' | 'visitId'>) =>
  `${venueCode} ${visitId}`

const toPassIds = (visits: readonly Visit[]) => [
  ...new Set(visits.flatMap(({ subject }) => (subject.by === 'pass' ? [subject.passId] : []))),
]

/** A visitor's phone is not asked where it works. */
async function findOwnVenues(
  venues: Store['venues'],
  visits: readonly Visit[],
  sender: Sender,
): Promise<Set<string>> {
  const isStaff = sender.by === 'phone' && visits.some(({ scannedBy }) => scannedBy === 'staff')
  if (!isStaff) return new Set()
  const memberships = await venues.findMemberships(sender.phoneIndex)
  return new Set(memberships.map(({ venueCode }) => venueCode))
}
