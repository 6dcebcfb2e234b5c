import { KbytError } from '@kbyt/sdk'
import { LostPerson } from '../store/lost-person.js'

/** Somebody is erased, or made known, while they are named; many times in a row they never are. */
const maxAttempts = 5

/**
 * Does what resolves people and keeps something under their ids; anew when one of them was erased or
 * made known in between, so that nothing is kept under an id that no document leads to.
 *
 * @throws {KbytError} `overloaded` when that never ends.
 */
export async function withKnownPeople<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof LostPerson)) throw error
    }
  }
  throw new KbytError('overloaded', { retryAfterSeconds: 1 })
}
