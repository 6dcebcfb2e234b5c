import type { BlindIndex, Sealed } from './sealed.js'

/** A citizen's session. */
export interface SessionRow {
  /** SHA-256 of the token. */
  readonly tokenHash: string
  readonly phoneIndex: BlindIndex
  /** {phone} in E.164. */
  readonly sealed: Sealed
  readonly publishableKey: string | null
  readonly createdAt: number
  readonly expiresAt: number
}

/** Sessions of citizens. */
export interface SessionStore {
  findSession(tokenHash: string): Promise<SessionRow | undefined>
  endSession(tokenHash: string): Promise<void>
}
