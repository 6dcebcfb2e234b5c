const dayMs = 86_400_000

/** How long each class is kept after it ended: long enough to say "used" or "expired" instead of "unknown". */
export const keptMs = {
  challenges: dayMs,
  sessions: dayMs,
  messages: dayMs,
  /** A pass ends by itself; its slot is free again once no verifier's clock can disagree. */
  statusSlots: dayMs,
  /** After their passes ended: longer than whoever was near them falls ill. */
  declarations: 28 * dayMs,
  /** Longer than their ids must be known, and than any policy looks back. */
  visits: 30 * dayMs,
  /** After they were revoked, or their venue was closed: as long as the visits they recorded. */
  devices: 30 * dayMs,
  /** After they were closed: longer than the last visit there. */
  venues: 31 * dayMs,
  /** After the stated arrival: longer than any quarantine with its last test. */
  arrivals: 60 * dayMs,
  /** After the declaration. */
  screenings: 60 * dayMs,
  /** After the event: as far back as a subscriber can catch up. */
  feed: 30 * dayMs,
  /** After they were entered or set aside: as long as what was declared on them. */
  papers: 28 * dayMs,
  /** After they came in: longer than any policy looks back. */
  imports: 60 * dayMs,
} as const
