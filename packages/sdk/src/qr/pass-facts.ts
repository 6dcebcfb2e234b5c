import type { CheckedPass } from '../schema/pass.js'

/** What a pass says of an entry declaration, for the policy: where to, where from. */
export type EntryFacts = NonNullable<CheckedPass['entry']>

/** What the issuer puts into a pass: facts, no verdict, no symptoms, no full ID number. */
export interface PassFacts {
  /** 16 hex digits: 8 random bytes. */
  readonly passId: string
  /** Where the pass stands in the status lists: list number × 2^16 + slot. */
  readonly statusIndex: number
  /** Milliseconds since 1970; the pass keeps whole seconds. */
  readonly declaredAt: number
  /** Whole days after `declaredAt`, 1 to 255. */
  readonly validDays: number
  readonly kind: 'domestic' | 'entry'
  /** See {@link toDisplayName}. */
  readonly displayName: string
  readonly birthYear: number
  /** The last three characters of the ID number: see {@link toIdEnding}. */
  readonly idEnding: string
  readonly isPrinted: boolean
  readonly shouldAskOfficer: boolean
  /** With `kind: 'entry'`, and only then. */
  readonly entry?: EntryFacts | undefined
}

/** Instants in a QR are unsigned seconds since 2020-01-01T00:00:00Z. */
export const epochMs = Date.UTC(2020, 0, 1)
export const dayMs = 86_400_000

/** The number of a declaration kind in the payload. */
export const kindNumbers = { domestic: 0, entry: 1 } as const

export const flagBits = { isPrinted: 1, shouldAskOfficer: 2 } as const
