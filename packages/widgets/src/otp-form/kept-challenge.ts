import type { OtpChallenge } from '@kbyt/sdk'
import { otpChallengeSchema } from '@kbyt/sdk/schema'
import { TabStore } from '../controllers/tab-store.js'

interface KeptChallenge {
  readonly phone: string
  readonly challenge: OtpChallenge
}

const store = new TabStore('kbyt.otp')

/** The challenge this tab was waiting on, unless its code is dead by now. */
export function loadChallenge(): KeptChallenge | undefined {
  const kept = store.load()
  if (typeof kept !== 'object' || kept === null) return undefined
  const phone: unknown = Reflect.get(kept, 'phone')
  const challenge = otpChallengeSchema.safeParse(Reflect.get(kept, 'challenge'))
  if (typeof phone !== 'string' || !challenge.success) return undefined
  const isAlive = Date.parse(challenge.data.expiresAt) > Date.now()
  return isAlive ? { phone, challenge: challenge.data } : undefined
}

/** Best effort: without it a reload asks for the number again. */
export function saveChallenge(kept: KeptChallenge): void {
  store.save(kept)
}

export function clearChallenge(): void {
  store.clear()
}
