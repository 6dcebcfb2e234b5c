import { createToken, digest } from '../identifiers.js'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'

const invitationDays = 3

/** A token to choose a password by, and what is kept of it. */
export async function createInvitation({
  clock,
  randomBytes,
}: Pick<Outside, 'clock' | 'randomBytes'>) {
  const token = createToken('oi', randomBytes)
  const setupExpiresAt = clock.now() + invitationDays * dayMs
  return {
    token,
    expiresAt: new Date(setupExpiresAt).toISOString(),
    kept: { passwordHash: null, setupHash: await digest(token), setupExpiresAt },
  }
}
