import type { CitizenSession } from '../schema/otp.js'
import { createMemoryKeeper } from './create-memory-keeper.js'
import type { SessionKeeper } from './keeper.js'

/**
 * Keeps the citizen's session in memory: it ends with the page or the process.
 *
 * @example
 * const client = createClient({ baseUrl: 'https://kbyt.example', session: createMemorySession() })
 */
export function createMemorySession(): SessionKeeper {
  return createMemoryKeeper<CitizenSession>()
}
