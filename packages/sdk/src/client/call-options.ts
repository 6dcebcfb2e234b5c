/** What every call takes. */
export interface CallOptions {
  /** Stops the call, which then rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined
}

/** What a call that changes something takes. */
export interface IdempotentCallOptions extends CallOptions {
  /**
   * For sending a frozen body again: the same key and body have one effect, whatever got lost.
   *
   * @defaultValue 128 random bits, anew for each call
   */
  readonly idempotencyKey?: string | undefined
}

/** What a call takes that is signed with something else than a session. */
export interface SignedCallOptions extends IdempotentCallOptions {
  /** Goes as the bearer token in the place of what the client holds. */
  readonly token?: string | undefined
}
