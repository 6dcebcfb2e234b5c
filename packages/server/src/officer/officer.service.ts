import { KbytError } from '@kbyt/sdk'
import type { Officer, OfficerDefaults, OfficerSession } from '@kbyt/sdk/schema'
import type { Call, OfficerCall } from '../call.js'
import { createToken, digest } from '../identifiers.js'
import { hourMs, minuteMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { Passwords } from '../ports.js'
import type { OfficerRow } from '../store/store.js'
import { toUsername } from './add-officer.js'
import { checkOfficerDefaults } from './check-officer-defaults.js'
import type { LoginLimits } from './login-limits.js'
import { toOfficer } from './to-officer.js'

const idleMs = 30 * minuteMs
export const sessionLifeMs = 12 * hourMs

interface Credentials {
  readonly username: string
  readonly password: string
}

/** Owns: officers' sessions and defaults. Does not own: what an officer may see (see inspection). */
export interface OfficerService {
  /** @throws {KbytError} `officer_login_failed` alike for an unknown name and a wrong password, `rate_limited`. */
  open(credentials: Credentials, call: Call): Promise<OfficerSession & { token: string }>
  /** The session with its officer as they are now; undefined once it has ended. */
  findSession(token: string): Promise<Pick<OfficerCall, 'officer' | 'session'> | undefined>
  describe(call: OfficerCall): OfficerSession
  close(call: OfficerCall): Promise<void>
  /** @throws {KbytError} `input_invalid` for a post or reason the portal does not know. */
  setDefaults(defaults: OfficerDefaults, call: OfficerCall): Promise<Officer>
}

export interface OfficerServiceOptions {
  readonly outside: Outside
  readonly passwords: Passwords
  readonly limits: LoginLimits
}

export function createOfficerService(options: OfficerServiceOptions): OfficerService {
  const { outside, passwords, limits } = options
  const { store, vault, clock, randomBytes, config } = outside
  let decoy: Promise<string> | undefined

  /** Hashes as long for a name nobody has (ATTACKS: enumeration by time). */
  async function checkPassword({ username, password }: Credentials): Promise<OfficerRow> {
    decoy ??= passwords.hash(createToken('os', randomBytes))
    const decoyHash = await decoy
    const officer = await store.officers.findOfficer(username)
    const isRight = await passwords.verify(officer?.passwordHash ?? decoyHash, password)
    if (!officer || officer.disabledAt !== null || !isRight) {
      throw new KbytError('officer_login_failed')
    }
    return officer
  }

  return {
    async open({ username: typed, password }, { networkIndex }) {
      const username = toUsername(typed)
      const nameIndex = await vault.index('principal', username)
      await limits.countAttempt(nameIndex, networkIndex, clock.now())
      const officer = await checkPassword({ username, password })

      const createdAt = clock.now()
      const token = createToken('os', randomBytes)
      const tokenHash = await digest(token)
      const expiresAt = createdAt + sessionLifeMs
      const { officerId, sessionEpoch: epoch } = officer
      const session = { tokenHash, officerId, createdAt, lastSeenAt: createdAt, expiresAt }
      await store.officers.openSession({ ...session, epoch, oidcIssuer: null })
      await limits.countSuccess(nameIndex, networkIndex, createdAt)
      return { officer: toOfficer(officer), expiresAt: new Date(expiresAt).toISOString(), token }
    },

    async findSession(token) {
      return store.officers.touchSession(await digest(token), idleMs, clock.now())
    },

    describe: ({ officer, session }) => ({
      officer: toOfficer(officer),
      expiresAt: new Date(session.expiresAt).toISOString(),
    }),

    close: ({ session }) => store.officers.endSession(session.tokenHash),

    async setDefaults(defaults, { officer }) {
      checkOfficerDefaults(defaults, config)
      const { post, reason } = defaults
      const row = await store.officers.setDefaults(officer.officerId, post, reason)
      if (!row) throw new KbytError('session_expired')
      return toOfficer(row)
    },
  }
}
