import type { IdempotentAnswer } from './idempotency.store.js'
import type { KnownPerson } from './known-person.js'
import type { BlindIndex, Sealed } from './sealed.js'

/** An account for *Mã QR của tôi*: one per phone. */
export interface AccountRow {
  readonly phoneIndex: BlindIndex
  readonly accountId: string
  readonly personId: string
  readonly createdAt: number
  readonly verifiedAt: number | null
  /** When it goes unless it is used before. */
  readonly keptUntil: number
  /** {person, consents}. */
  readonly sealed: Sealed
}

/** What one device may draw for one day. */
export interface GrantRow {
  readonly phoneIndex: BlindIndex
  readonly grantId: string
  readonly personId: string
  /** SHA-256 of the device's public key. */
  readonly deviceHash: string
  readonly statusIndex: number
  readonly notBefore: number
  readonly validUntil: number
  /** {jws}. */
  readonly sealed: Sealed
}

/** Accounts and the grants of their devices. */
export interface AccountStore {
  /**
   * False, and the answer is not kept, when the phone has one. Rejects with {@link LostPerson} when its
   * holder was erased since they were resolved.
   */
  addAccount(account: AccountRow, known: KnownPerson, answer: IdempotentAnswer): Promise<boolean>
  findAccount(phoneIndex: BlindIndex): Promise<AccountRow | undefined>
  /**
   * Puts `account` in the place of what is kept, if there is one still, and revokes all grants when
   * `isSomebodyElse`. Rejects with {@link LostPerson} like {@link addAccount}.
   */
  updateAccount(account: AccountRow, known: KnownPerson, isSomebodyElse: boolean): Promise<void>
  /** It was used: it goes later, and so does what leads to its holder. */
  keepAccount(phoneIndex: BlindIndex, known: KnownPerson): Promise<void>
  /** Those of one device that are not over, the earliest first. */
  findGrants(phoneIndex: BlindIndex, deviceHash: string, nowMs: number): Promise<GrantRow[]>
  /**
   * Adds grants of one device, and revokes those of any other. False, and nothing is done, when the
   * account is not as it is given any more: grants that name somebody else would outlive the change.
   */
  saveGrants(account: AccountRow, deviceHash: string, grants: readonly GrantRow[]): Promise<boolean>
  /** Whose a grant is; undefined for an unknown one and for one that was revoked. */
  findGrantHolder(grantId: string): Promise<Pick<GrantRow, 'phoneIndex' | 'personId'> | undefined>
}
