import type { CitizenSession } from '../schema/otp.js'

/** Holds one value for the client; none of its methods throws. */
export interface Keeper<Value> {
  load(): Value | undefined
  save(value: Value): void
  clear(): void
}

/**
 * Holds the citizen's session between calls. It does not judge the time, because a phone's clock may
 * be wrong by days: the server says when a session is over, and the client then clears it.
 */
export type SessionKeeper = Keeper<CitizenSession>
