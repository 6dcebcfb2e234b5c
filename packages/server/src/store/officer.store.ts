import type { OfficerRole } from '@kbyt/sdk/schema'
import type { Sealed } from './sealed.js'

/** An officer's account. */
export interface OfficerRow {
  readonly officerId: string
  /** Lower case, unique. */
  readonly username: string
  readonly displayName: string
  readonly passwordHash: string
  /** Sealed TOTP secret and the last counter accepted; null until TOTP is set up. */
  readonly totpSealed: Sealed | null
  readonly totpCounter: number | null
  readonly role: OfficerRole
  readonly areas: readonly string[]
  readonly defaultPost: string | null
  readonly defaultReason: string | null
  readonly createdAt: number
  readonly disabledAt: number | null
}

/** An officer's session; `tokenHash` is SHA-256 of the token. */
export interface OfficerSessionRow {
  readonly tokenHash: string
  readonly officerId: string
  readonly createdAt: number
  readonly lastSeenAt: number
  readonly expiresAt: number
}

/** Officers and their sessions. */
export interface OfficerStore {
  /** False when the username is taken. */
  addOfficer(officer: OfficerRow): Promise<boolean>
  findOfficer(username: string): Promise<OfficerRow | undefined>
  setPassword(officerId: string, passwordHash: string): Promise<void>
  setDefaults(officerId: string, post: string, reason: string): Promise<OfficerRow | undefined>
  /** Disables the officer and ends every session. */
  disableOfficer(officerId: string, nowMs: number): Promise<void>
  openSession(session: OfficerSessionRow): Promise<void>
  /**
   * The session with its officer as they are now, `lastSeenAt` moved to now; undefined when it is
   * unknown, past `expiresAt`, idle for over `idleMs`, or the officer is disabled.
   */
  touchSession(
    tokenHash: string,
    idleMs: number,
    nowMs: number,
  ): Promise<{ session: OfficerSessionRow; officer: OfficerRow } | undefined>
  endSession(tokenHash: string): Promise<void>
}
