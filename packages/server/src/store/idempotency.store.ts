import type { Sealed } from './sealed.js'

/** One Idempotency-Key of one sender. */
export interface IdempotencyKey {
  /** Who sent it: an index of the phone or officer, never the session. */
  readonly principal: string
  readonly key: string
}

/** The answer kept for a repeat of its call. */
export interface IdempotentAnswer extends IdempotencyKey {
  readonly status: number
  /** The answer's JSON. */
  readonly sealed: Sealed
}

/** What a call that brings an Idempotency-Key has to do. */
export type Claim =
  /** It is ours: do the work, then save the answer or release it. */
  | { readonly state: 'new' }
  | { readonly state: 'running' }
  | { readonly state: 'other-body' }
  | { readonly state: 'done'; readonly status: number; readonly sealed: Sealed }

/** Idempotency-Keys; the answers they lead to are kept with their effects, by the store of each. */
export interface IdempotencyStore {
  /** `lockedUntil`: when a claim whose process died may be taken over. */
  claim(
    key: IdempotencyKey,
    bodyHash: string,
    nowMs: number,
    lockedUntil: number,
    expiresAt: number,
  ): Promise<Claim>
  release(key: IdempotencyKey): Promise<void>
}
