import { KbytError } from '@kbyt/sdk'
import type { CitizenSession } from '@kbyt/sdk/schema'
import { createToken, digest } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { ChallengeRow } from '../store/store.js'
import { maxTries, sessionLifeMs } from './otp-rules.js'

/**
 * Trades an answered challenge for a session with a fresh token, once.
 *
 * @throws {KbytError} `otp_used` to all but the first, `otp_code_wrong` when a new code came meanwhile.
 */
export async function openCitizenSession(
  { store, vault, randomBytes }: Outside,
  { challengeId, phoneIndex, publishableKey, sends, tries }: ChallengeRow,
  phone: string,
  createdAt: number,
): Promise<CitizenSession> {
  const token = createToken('cs', randomBytes)
  const tokenHash = await digest(token)
  const expiresAt = createdAt + sessionLifeMs
  const sealed = await vault.seal(tokenHash, { phone })
  const session = { tokenHash, phoneIndex, sealed, publishableKey, createdAt, expiresAt }
  if (!(await store.otp.useChallenge(challengeId, sends, createdAt, session))) {
    const challenge = await store.otp.findChallenge(challengeId)
    if (challenge?.usedAt !== null) throw new KbytError('otp_used')
    throw new KbytError('otp_code_wrong', { triesLeft: maxTries - tries })
  }
  return { token, expiresAt: new Date(expiresAt).toISOString(), phone }
}
