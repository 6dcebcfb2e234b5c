import type { StatusListEntry } from '@kbyt/sdk/qr/sign'
import type { DeclarationKind } from '@kbyt/sdk/schema'
import type {
  AccountRow,
  ArrivalWithEvents,
  AuditRow,
  CardPhotosRow,
  ChallengeRow,
  DeclarationWithPeople,
  DeliveryRow,
  DeviceRow,
  GrantRow,
  IdempotencyKey,
  ImportedRow,
  MessageRow,
  MessageState,
  NumberedEventRow,
  OfficerRow,
  OfficerSessionRow,
  PaperRow,
  ScreeningWithEvents,
  SessionRow,
  StaffRow,
  SubscriberRow,
  VenueRow,
  VisitRow,
} from '../store.js'

export interface StoredMessage {
  readonly row: MessageRow
  readonly state: MessageState
  /** Not offered before. */
  readonly dueAt?: number
}

/** A claim, and the answer once there is one. */
interface StoredClaim {
  readonly bodyHash: string
  readonly lockedUntil: number
  readonly expiresAt: number
  readonly answer: { readonly status: number; readonly sealed: string } | undefined
}

/** An arrival, and the one it took the place of. */
export interface StoredArrival extends ArrivalWithEvents {
  readonly previousId: string | undefined
}

interface StoredSlot {
  readonly passId: string
  readonly validUntil: number
  readonly status: StatusListEntry['status']
}

/** What {@link createMemoryStore} keeps: one map per table, rows never changed in place. */
export interface MemoryState {
  readonly challenges: Map<string, ChallengeRow>
  readonly sessions: Map<string, SessionRow>
  readonly declarations: Map<string, DeclarationWithPeople>
  /** Document or child key to the person, and until when a document leads to them. */
  readonly people: Map<string, { personId: string; keptUntil: number }>
  /** Declaration id to the phone an officer wrote down. */
  readonly contacts: Map<string, { contactIndex: string; keptUntil: number }>
  /** Person id to the ids of the declarations that name them. */
  readonly declarationsOf: Map<string, { kind: DeclarationKind; declarationId: string }[]>
  readonly arrivals: Map<string, StoredArrival>
  /** Person id to the id of the arrival that counts. */
  readonly arrivalOf: Map<string, string>
  readonly screenings: Map<string, ScreeningWithEvents>
  /** Person id to the id of the screening that counts. */
  readonly screeningOf: Map<string, string>
  /** Pass id to declaration id. */
  readonly passes: Map<string, string>
  /** Node to the number of its status list. */
  readonly statusLists: Map<string, number>
  readonly statusSlots: Map<number, StoredSlot>
  readonly papers: Map<string, PaperRow>
  readonly officers: Map<string, OfficerRow>
  readonly officerSessions: Map<string, OfficerSessionRow>
  /** Chain to its rows in order; seq is index + 1. */
  readonly audit: Map<string, AuditRow[]>
  readonly messages: Map<string, StoredMessage>
  readonly limits: Map<string, { count: number; resetsAt: number }>
  readonly claims: Map<string, StoredClaim>
  /** Venue and visit id to the visit. */
  readonly visits: Map<string, VisitRow>
  readonly venues: Map<string, VenueRow>
  readonly devices: Map<string, DeviceRow>
  /** Venue and phone index to the member. */
  readonly venueStaff: Map<string, StaffRow>
  /** By phone index. */
  readonly accounts: Map<string, AccountRow>
  readonly cardPhotos: Map<string, CardPhotosRow>
  readonly grants: Map<string, GrantRow>
  /** Event id to the event, in the order of their places. */
  readonly feed: Map<string, NumberedEventRow>
  readonly feedHead: { position: number }
  readonly subscribers: Map<string, SubscriberRow>
  /** Subscriber and event id to the webhook. */
  readonly deliveries: Map<string, DeliveryRow>
  /** Subject and content to the declaration. */
  readonly imported: Map<string, ImportedRow>
  /** Source and external id to what came with it. */
  readonly importIds: Map<string, Pick<ImportedRow, 'contentIndex' | 'receivedAt'>>
}

export const toClaimKey = ({ principal, key }: IdempotencyKey): string => `${principal}\0${key}`

export function createMemoryState(): MemoryState {
  return {
    challenges: new Map(),
    sessions: new Map(),
    declarations: new Map(),
    people: new Map(),
    contacts: new Map(),
    declarationsOf: new Map(),
    arrivals: new Map(),
    arrivalOf: new Map(),
    screenings: new Map(),
    screeningOf: new Map(),
    passes: new Map(),
    statusLists: new Map(),
    statusSlots: new Map(),
    papers: new Map(),
    officers: new Map(),
    officerSessions: new Map(),
    audit: new Map(),
    messages: new Map(),
    limits: new Map(),
    claims: new Map(),
    visits: new Map(),
    venues: new Map(),
    devices: new Map(),
    venueStaff: new Map(),
    accounts: new Map(),
    cardPhotos: new Map(),
    grants: new Map(),
    feed: new Map(),
    feedHead: { position: 0 },
    subscribers: new Map(),
    deliveries: new Map(),
    imported: new Map(),
    importIds: new Map(),
  }
}

/** Takes out the rows for which it holds. */
export function drop<Key, Row>(rows: Map<Key, Row>, isGone: (row: Row) => boolean): void {
  for (const [key, row] of rows) if (isGone(row)) rows.delete(key)
}
