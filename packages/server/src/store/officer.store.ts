import type { DeskTab, OfficerRole, VisitDirection } from '@kbyt/sdk/schema'
import type { Sealed } from './sealed.js'

/** An officer's account. */
export interface OfficerRow {
  readonly officerId: string
  /** Lower case, unique. */
  readonly username: string
  readonly displayName: string
  /** Null until the officer has chosen one, and again once it was reset. */
  readonly passwordHash: string | null
  /** The one-time invitation to choose a password: SHA-256 of its token, and its end. */
  readonly setupHash: string | null
  readonly setupExpiresAt: number | null
  /**
   * Sealed TOTP secret and the last counter accepted. Both null: not set up; a secret without a
   * counter: not confirmed yet.
   */
  readonly totpSealed: Sealed | null
  readonly totpCounter: number | null
  /** Who the officer is at the OpenID provider; both or neither, unique together. */
  readonly oidcIssuer: string | null
  readonly oidcSubject: string | null
  readonly role: OfficerRole
  readonly areas: readonly string[]
  /** The venue an inspector is bound to. */
  readonly venueCode: string | null
  readonly defaultPost: string | null
  readonly defaultReason: string | null
  readonly defaultDirection: VisitDirection | null
  readonly defaultTab: DeskTab | null
  readonly createdAt: number
  readonly disabledAt: number | null
  /** Raised by whatever ends every session: a session opened under an older one is over. */
  readonly sessionEpoch: number
}

/** What an officer chose for the shift; what is left out stays. */
export type ChosenDefaults = Pick<OfficerRow, 'defaultPost' | 'defaultReason'> &
  Partial<Pick<OfficerRow, 'defaultDirection' | 'defaultTab'>>

/** An officer's session; `tokenHash` is SHA-256 of the token. */
export interface OfficerSessionRow {
  readonly tokenHash: string
  readonly officerId: string
  readonly createdAt: number
  readonly lastSeenAt: number
  readonly expiresAt: number
  /** The officer's epoch when the credentials were checked. */
  readonly epoch: number
  /** Who vouched for the officer; null where the password did. */
  readonly oidcIssuer: string | null
}

/** What an administrator changes of an account. */
export type OfficerChanges = Partial<
  Pick<
    OfficerRow,
    | 'displayName'
    | 'role'
    | 'areas'
    | 'venueCode'
    | 'disabledAt'
    | 'passwordHash'
    | 'setupHash'
    | 'setupExpiresAt'
    | 'totpSealed'
    | 'totpCounter'
    | 'oidcIssuer'
    | 'oidcSubject'
  >
>

/** Why an account was left as it was. */
export type OfficerRefusal = 'absent' | 'last-administrator' | 'identity-taken'

/** Officers and their sessions. */
export interface OfficerStore {
  /** False when the username is taken. */
  addOfficer(officer: OfficerRow): Promise<boolean>
  findOfficer(username: string): Promise<OfficerRow | undefined>
  findOfficerById(officerId: string): Promise<OfficerRow | undefined>
  findOfficerByIdentity(issuer: string, subject: string): Promise<OfficerRow | undefined>
  /** Whose invitation this is, unless its time is over or the officer is disabled. */
  findOfficerBySetup(setupHash: string, nowMs: number): Promise<OfficerRow | undefined>
  /** In the order of their ids, after `afterId`. */
  findOfficers(afterId: string, limit: number): Promise<OfficerRow[]>
  /**
   * Changes an account, and ends every session of it where that is asked. Refused where nobody would
   * be left who can sign in as an administrator: enabled, with a password or an identity.
   */
  changeOfficer(
    officerId: string,
    changes: OfficerChanges,
    endsSessions: boolean,
  ): Promise<OfficerRow | OfficerRefusal>
  /**
   * Links an account that has no identity yet, and nobody else's: of two at once one gets it. Undefined
   * for the other, and where it is gone or disabled.
   */
  linkOfficer(officerId: string, issuer: string, subject: string): Promise<OfficerRow | undefined>
  /** Spends the invitation on a password and ends every session; undefined when it is spent or over. */
  useSetup(setupHash: string, passwordHash: string, nowMs: number): Promise<OfficerRow | undefined>
  /** Sets a password and ends every session but one. */
  setPassword(officerId: string, passwordHash: string, keptTokenHash: string): Promise<void>
  /** Keeps a secret that is not confirmed yet; false once one is. */
  saveTotpSecret(officerId: string, totpSealed: Sealed): Promise<boolean>
  /** Accepts a counter of this secret once, and none before it; the first confirms the secret. */
  acceptTotpCounter(officerId: string, totpSealed: Sealed, counter: number): Promise<boolean>
  setDefaults(officerId: string, chosen: ChosenDefaults): Promise<OfficerRow | undefined>
  openSession(session: OfficerSessionRow): Promise<void>
  /**
   * The session with its officer as they are now; undefined when it is unknown, past `expiresAt`, idle
   * for over `idleMs`, of an older epoch, or the officer is disabled. Moves `lastSeenAt` to now, where
   * it is more than a minute ago.
   */
  touchSession(
    tokenHash: string,
    idleMs: number,
    nowMs: number,
  ): Promise<{ session: OfficerSessionRow; officer: OfficerRow } | undefined>
  endSession(tokenHash: string): Promise<void>
}
