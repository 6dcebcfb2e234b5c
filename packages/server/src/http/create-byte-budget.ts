import { KbytError } from '@kbyt/sdk'

const retrySeconds = 5

/** What one body may take of the memory that all of them share. */
export interface ByteShare {
  /** @throws {KbytError} `overloaded` when all bodies together would hold more. */
  add(bytes: number): void
  /** Gives back what was added. */
  release(): void
}

/** Counts what has come of bodies, not who sends them: a slow sender holds no more than it has sent. */
export function createByteBudget(most: number): () => ByteShare {
  let held = 0
  return () => {
    let own = 0
    return {
      add(bytes) {
        if (held + bytes > most) {
          throw new KbytError('overloaded', { retryAfterSeconds: retrySeconds })
        }
        held += bytes
        own += bytes
      },
      release() {
        held -= own
        own = 0
      },
    }
  }
}
