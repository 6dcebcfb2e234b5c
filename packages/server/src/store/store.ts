import type { AccountStore } from './account.store.js'
import type { ArrivalStore } from './arrival.store.js'
import type { AuditStore } from './audit.store.js'
import type { CardPhotosStore } from './card-photos.store.js'
import type { DeclarationStore } from './declaration.store.js'
import type { FeedStore } from './feed.store.js'
import type { HamletStore } from './hamlet.store.js'
import type { IdempotencyStore } from './idempotency.store.js'
import type { ImportStore } from './import.store.js'
import type { InspectionStore } from './inspection.store.js'
import type { KeyCheckStore } from './key-check.store.js'
import type { LimitStore } from './limit.store.js'
import type { OfficerStore } from './officer.store.js'
import type { OtpStore } from './otp.store.js'
import type { PaperStore } from './paper.store.js'
import type { PartnerStore } from './partner.store.js'
import type { PointStore } from './point.store.js'
import type { PolicyStore } from './policy.store.js'
import type { PrivacyStore } from './privacy.store.js'
import type { ScreeningStore } from './screening.store.js'
import type { SessionStore } from './session.store.js'
import type { SmsStore } from './sms.store.js'
import type { TrustStore } from './trust.store.js'
import type { VenueStore } from './venue.store.js'
import type { VisitStore } from './visit.store.js'

export type * from './account.store.js'
export type * from './arrival.store.js'
export type * from './audit.store.js'
export type * from './card-photos.store.js'
export type * from './declaration.store.js'
export type * from './feed.store.js'
export type * from './hamlet.store.js'
export type * from './idempotency.store.js'
export type * from './import.store.js'
export type * from './inspection.store.js'
export type * from './key-check.store.js'
export type * from './known-person.js'
export type * from './limit.store.js'
export type * from './officer.store.js'
export type * from './otp.store.js'
export type * from './paper.store.js'
export type * from './partner.store.js'
export type * from './point.store.js'
export type * from './policy.store.js'
export type * from './privacy.store.js'
export type * from './screening.store.js'
export type * from './sealed.js'
export type * from './session.store.js'
export type * from './sms.store.js'
export type * from './trust.store.js'
export type * from './venue.store.js'
export type * from './visit.store.js'

/**
 * What the backend keeps, as named atomic operations: each method happens whole or not at all, and
 * none takes a callback, so that memory, SQLite and PostgreSQL can pass one contract suite.
 *
 * Owns: rows, uniqueness, order. Does not own: rules, clocks, cryptography. Whatever is personal
 * arrives sealed ({@link Sealed}) or as a {@link BlindIndex}. Instants are milliseconds since 1970.
 */
export interface Store {
  readonly otp: OtpStore
  readonly sessions: SessionStore
  readonly declarations: DeclarationStore
  readonly arrivals: ArrivalStore
  readonly screenings: ScreeningStore
  readonly officers: OfficerStore
  readonly audit: AuditStore
  readonly sms: SmsStore
  readonly limits: LimitStore
  readonly idempotency: IdempotencyStore
  readonly feed: FeedStore
  readonly imports: ImportStore
  readonly hamlets: HamletStore
  readonly keyCheck: KeyCheckStore
  readonly partners: PartnerStore
  readonly venues: VenueStore
  readonly visits: VisitStore
  readonly points: PointStore
  readonly trust: TrustStore
  readonly policies: PolicyStore
  readonly papers: PaperStore
  readonly accounts: AccountStore
  readonly cardPhotos: CardPhotosStore
  readonly privacy: PrivacyStore
  readonly inspections: InspectionStore
  /** Deletes what its class keeps no longer: spent challenges, sessions, windows, stored answers. */
  purge(nowMs: number): Promise<void>
  /** Answers when the database does. */
  ping(): Promise<void>
  /** Whether every table and column this version knows is there. */
  isMigrated(): Promise<boolean>
  close(): Promise<void>
}
