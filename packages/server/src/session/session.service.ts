import * as z from 'zod/mini'
import type { Citizen } from '../call.js'
import type { Outside } from '../outside.js'

const sealedSessionSchema = z.object({ phone: z.string() })

/** Owns: citizen sessions once they are open. Does not own: how they are opened (see otp). */
export interface SessionService {
  /** The citizen a token stands for, unless it is unknown or has ended. */
  findCitizen(token: string): Promise<Citizen | undefined>
  end(tokenHash: string): Promise<void>
}

export function createSessionService({ store, vault, clock }: Outside): SessionService {
  return {
    async findCitizen(token) {
      const tokenHash = await vault.digest(token)
      const session = await store.sessions.findSession(tokenHash)
      if (!session || session.expiresAt <= clock.now()) return undefined
      const { phone } = sealedSessionSchema.parse(await vault.open(tokenHash, session.sealed))
      const { phoneIndex, publishableKey } = session
      return { tokenHash, phoneIndex, phone, publishableKey: publishableKey ?? undefined }
    },
    end: (tokenHash) => store.sessions.endSession(tokenHash),
  }
}
