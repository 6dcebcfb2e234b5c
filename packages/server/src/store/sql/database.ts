import type { StatusListEntry } from '@kbyt/sdk/qr/sign'
import type { DeclarationKind } from '@kbyt/sdk/schema'
import type { Kysely, Transaction } from 'kysely'
import type {
  AccountRow,
  ArrivalEventRow,
  ArrivalKey,
  ArrivalRow,
  AuditRow,
  BundleRow,
  CardPhotosRow,
  ChallengeRow,
  DeclarationRow,
  DeliveryRow,
  DeviceRow,
  DryRunRow,
  FeedEventRow,
  FoundVisit,
  GrantRow,
  HamletListRow,
  ImportedRow,
  InspectionRow,
  KeyCheck,
  MessageRow,
  MessageState,
  OfficerRow,
  OfficerSessionRow,
  PaperRow,
  PartnerRow,
  PersonRow,
  PointRow,
  PolicyRow,
  ScreeningEventRow,
  ScreeningKey,
  ScreeningRow,
  SessionRow,
  StaffRow,
  SubscriberRow,
  VenueRow,
  VisitRow,
} from '../store.js'

/** The tables as kysely sees them, in camelCase; `migrations/` makes them in snake_case. */
export interface Tables {
  otpChallenges: ChallengeRow
  sessions: SessionRow
  declarations: DeclarationRow
  people: PersonRow
  arrivals: ArrivalTable
  arrivalLookup: ArrivalKey & { personId: string; arrivalAt: number }
  arrivalEvents: ArrivalEventRow & ArrivalKey
  screenings: ScreeningRow
  screeningLookup: ScreeningKey & { personId: string; declaredAt: number }
  screeningEvents: ScreeningEventRow & ScreeningKey
  passLookup: { passId: string; phoneIndex: string; declarationId: string }
  idLookup: { documentIndex: string; personId: string; keptUntil: number }
  contactLookup: ContactLookupTable
  childLookup: { phoneIndex: string; childIndex: string; personId: string }
  personLookup: PersonLookupTable
  statusLists: { list: number; node: string }
  statusSlots: { list: number; slot: number; passId: string; validUntil: number }
  statusChanges: StatusChangeTable
  trustBundles: BundleRow & { position: number }
  papers: PaperRow
  accounts: AccountRow
  cardPhotos: CardPhotosRow
  inspections: InspectionRow
  grants: GrantRow
  grantLookup: Pick<GrantRow, 'grantId' | 'phoneIndex' | 'personId' | 'validUntil'>
  policies: PolicyRow
  policyVersions: { version: string; policyId: string }
  policyDryRuns: DryRunRow
  officers: OfficerTable
  officerSessions: OfficerSessionRow
  audit: AuditRow
  smsOutbox: MessageRow & { state: MessageState; dueAt: number | null; finishedAt: number | null }
  rateLimits: { limitKey: string; windowMs: number; count: number; resetsAt: number }
  idempotency: IdempotencyTable
  hamletLists: HamletListTable
  keyCheck: KeyCheck & { position: number }
  /** Origins as a JSON array. */
  partners: Omit<PartnerRow, 'origins'> & { origins: string }
  venues: VenueRow
  venueStaff: StaffRow
  staffLookup: Pick<StaffRow, 'phoneIndex' | 'venueCode' | 'role' | 'addedAt'>
  venueDevices: DeviceRow
  visits: Stored<VisitRow>
  visitLookup: Stored<FoundVisit> & { subject: string }
  declarationPoints: PointRow
  feedEvents: FeedEventRow & { position: number | null }
  feedHead: { id: number; position: number }
  feedSubscribers: SubscriberRow
  feedDeliveries: DeliveryRow
  importedDeclarations: ImportedRow
  importLookup: Pick<ImportedRow, 'contentIndex' | 'receivedAt'> & { externalIndex: string }
}

/** With the arrival it took the place of, which counts again once its declaration is withdrawn. */
export type ArrivalTable = ArrivalRow & {
  previousAreaCode: string | null
  previousArrivalId: string | null
}

/** A truth is 0 or 1: SQLite has no other. */
type Stored<Row extends { isClockSuspect: boolean }> = Omit<Row, 'isClockSuspect'> & {
  isClockSuspect: number
}

/** Which declarations an officer wrote down a phone for. */
interface ContactLookupTable {
  contactIndex: string
  declarationId: string
  phoneIndex: string
  keptUntil: number
}

/** Which declarations name a person, and whose they are; a copy of what their newest is chosen by. */
interface PersonLookupTable {
  personId: string
  declarationId: string
  phoneIndex: string
  kind: DeclarationKind
  declaredAt: number
  withdrawnAt: number | null
}

/** A slot whose code is not valid. */
interface StatusChangeTable {
  list: number
  slot: number
  status: StatusListEntry['status']
  validUntil: number
}

export type OfficerTable = Omit<OfficerRow, 'areas' | 'passwordHash'> & {
  /** A JSON array. */
  areas: string
  /** '' for none. */
  passwordHash: string
}

interface IdempotencyTable {
  principal: string
  key: string
  bodyHash: string
  lockedUntil: number
  expiresAt: number
  /** The stored answer, null while the work runs. */
  status: number | null
  sealed: string | null
}

export type HamletListTable = Omit<HamletListRow, 'hamlets'> & {
  /** A JSON array. */
  hamlets: string
}

export type Database = Kysely<Tables>
export type DatabaseTransaction = Transaction<Tables>
