import { groupVisits } from './group-visits.js'
import {
  beginPresence,
  continuePresence,
  continuesPresence,
  endPresence,
} from './presence-draft.js'
import type { LedgerVisit } from './to-ledger-visit.js'

/** A person's time at a venue. */
export interface Presence {
  readonly person: string
  readonly venueCode: string
  /** Absent when only going out was scanned. */
  readonly cameInAt: string | undefined
  readonly lastSeenAt: string
  /** Absent while the person is inside. */
  readonly wentOutAt: string | undefined
  /** What ended it: a scan, the venue's limit since the last scan, or midnight in Việt Nam. */
  readonly endedBy: 'scan' | 'limit' | 'midnight' | undefined
  /** The clock of a device that took part was wrong. */
  readonly isClockSuspect: boolean
  /** The scans it is made of, in order. */
  readonly visitIds: readonly string[]
}

/** When {@link toPresences} counts, and how long a presence may last. */
export interface ToPresencesOptions {
  /** Milliseconds since 1970: whose time is up by then is out. */
  readonly now: number
  /** How long after the last scan a venue takes somebody for gone. @defaultValue until midnight */
  readonly limitMs?: number | undefined
}

/**
 * Pairs scans into presences. A second scan inside prolongs one; nobody stays past the venue's limit
 * or past midnight. The same visits give the same presences, in whatever order and however often they
 * arrive. They come in the order they began.
 *
 * @example
 * import { type LedgerVisit, toPresences } from '@kbyt/sdk/check-in'
 *
 * const countInside = (visits: LedgerVisit[]) =>
 *   toPresences(visits, { now: Date.now(), limitMs: 4 * 3_600_000 }).filter(
 *     ({ wentOutAt }) => wentOutAt === undefined,
 *   ).length
 */
export function toPresences(
  visits: readonly LedgerVisit[],
  { now, limitMs = Number.POSITIVE_INFINITY }: ToPresencesOptions,
): Presence[] {
  return groupVisits(visits)
    .flatMap((group) =>
      pairVisits(group, limitMs).map((draft) => endPresence(draft, { now, limitMs })),
    )
    .sort((one, other) => compare(toBegin(one), toBegin(other)))
}

/** The drafts of one person at one venue. */
function pairVisits(visits: readonly LedgerVisit[], limitMs: number) {
  const drafts: ReturnType<typeof beginPresence>[] = []
  for (const visit of visits) {
    const last = drafts.at(-1)
    if (last && continuesPresence(last, visit, limitMs))
      drafts.splice(-1, 1, continuePresence(last, visit))
    else drafts.push(beginPresence(visit))
  }
  return drafts
}

/** Instants of one form sort as texts; the first scan's id settles a tie. */
const toBegin = ({ cameInAt, lastSeenAt, visitIds }: Presence) =>
  `${cameInAt ?? lastSeenAt} ${visitIds[0]}`

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))
