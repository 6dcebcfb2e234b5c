import { KbytError } from '@kbyt/sdk'
import { createToken } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { Passwords } from '../ports.js'
import type { OfficerRow } from '../store/store.js'

/**
 * The officer with this name and password.
 *
 * @throws {KbytError} `officer_login_failed`, after the same work, for a name nobody has, an account
 * that is disabled or has no password, and a wrong one.
 */
export type CheckPassword = (username: string, password: string) => Promise<OfficerRow>

export function createCheckPassword(
  { store, randomBytes }: Outside,
  passwords: Passwords,
): CheckPassword {
  let decoy: Promise<string> | undefined

  return async (username, password) => {
    // hashes as long for a name nobody has (ATTACKS: enumeration by time)
    decoy ??= passwords.hash(createToken('os', randomBytes))
    const decoyHash = await decoy
    const officer = await store.officers.findOfficer(username)
    const hash = officer?.passwordHash ?? undefined
    const isRight = await passwords.verify(hash ?? decoyHash, password)
    if (!officer || hash === undefined || officer.disabledAt !== null || !isRight) {
      throw new KbytError('officer_login_failed')
    }
    return officer
  }
}
