/** Remembers which codes were shown. A server behind several posts keeps its own, shared by all. */
export interface SeenCodes {
  /**
   * Notes a code, in one step with looking it up, and says whether it is new.
   */
  note(sighting: Sighting): boolean | Promise<boolean>
}

/** One code that was held before a scanner. */
export interface Sighting {
  /** Names one drawn code: the grant's id and the moment of drawing. */
  readonly code: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** From here on the code is refused for its age anyway, and may be forgotten. */
  readonly until: number
  /** Where `note` asks over a network: stop then. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Remembers codes in memory: for one reader at one door.
 *
 * @example
 * import { createSeenCodes } from '@kbyt/sdk/qr'
 *
 * const seen = createSeenCodes() // hand it to each verifyMyQr
 */
export function createSeenCodes(): SeenCodes {
  const untils = new Map<string, number>()

  return {
    note({ code, now, until }) {
      for (const [old, end] of untils) if (end <= now) untils.delete(old)
      if (untils.has(code)) return false
      untils.set(code, until)
      return true
    },
  }
}
