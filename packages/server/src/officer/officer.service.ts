import { isKbytError, KbytError } from '@kbyt/sdk'
import type {
  Officer,
  OfficerCredentials,
  OfficerDefaults,
  OfficerRole,
  OfficerSession,
} from '@kbyt/sdk/schema'
import type { Call, OfficerCall } from '../call.js'
import { createToken } from '../identifiers.js'
import { hourMs, minuteMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { OfficerRow } from '../store/store.js'
import { toUsername } from './add-officer.js'
import { checkOfficerDefaults } from './check-officer-defaults.js'
import type { CheckPassword } from './check-password.js'
import type { LoginLimits } from './login-limits.js'
import type { SignInLog } from './sign-in-log.js'
import { toOfficer } from './to-officer.js'
import type { TotpService } from './totp.service.js'

const idleMs = 30 * minuteMs
export const sessionLifeMs = 12 * hourMs

type FoundSession = Pick<OfficerCall, 'officer' | 'session'>
type OpenedSession = OfficerSession & { token: string }

/** Owns: officers' sessions and defaults. Does not own: what an officer may see (see inspection). */
export interface OfficerService {
  /**
   * @throws {KbytError} `officer_login_failed` alike for an unknown name, a wrong password and a wrong
   * code, `officer_totp_required` where a code is missing, `rate_limited`, `audit_unavailable`.
   */
  open(credentials: OfficerCredentials, call: Call): Promise<OpenedSession>
  /** Opens a session for somebody the OpenID provider vouches for. */
  openVouched(officer: OfficerRow, oidcIssuer: string): Promise<OpenedSession>
  /** The session with its officer as they are now; undefined once it has ended. */
  findSession(token: string): Promise<FoundSession | undefined>
  /** Whether nothing else counts before TOTP is set up. */
  isTotpSetupRequired(found: FoundSession): boolean
  describe(call: FoundSession): OfficerSession
  close(call: OfficerCall): Promise<void>
  /** @throws {KbytError} `input_invalid` for a post or reason the portal does not know. */
  setDefaults(defaults: OfficerDefaults, call: OfficerCall): Promise<Officer>
}

export interface OfficerServiceOptions {
  readonly outside: Outside
  readonly checkPassword: CheckPassword
  readonly limits: LoginLimits
  readonly totp: TotpService
  readonly signIns: SignInLog
  /** Who signs in with a TOTP code, or sets it up first. */
  readonly totpRoles: readonly OfficerRole[]
}

export function createOfficerService(options: OfficerServiceOptions): OfficerService {
  const { outside, checkPassword, limits, totp, totpRoles, signIns } = options
  const { store, vault, clock, randomBytes, config, log } = outside

  async function openSession(
    officer: OfficerRow,
    oidcIssuer: string | null,
  ): Promise<OpenedSession> {
    const createdAt = clock.now()
    const token = createToken('os', randomBytes)
    const session = {
      tokenHash: await vault.digest(token),
      officerId: officer.officerId,
      createdAt,
      lastSeenAt: createdAt,
      expiresAt: createdAt + sessionLifeMs,
      epoch: officer.sessionEpoch,
      oidcIssuer,
    }
    await signIns.recordOpening(officer.officerId, oidcIssuer === null ? 'password' : 'oidc')
    await store.officers.openSession(session)
    log({ level: 'info', event: 'officer_signed_in', officerId: officer.officerId })
    return { ...describe({ officer, session }), token }
  }

  /** A name nobody has is recorded alike, and takes as long. */
  const refuse = (username: string) => async (error: unknown) => {
    if (isKbytError(error) && error.code === 'officer_login_failed') {
      await signIns.recordRefusal(username)
    }
    throw error
  }

  const isTotpSetupRequired = ({ officer, session }: FoundSession) =>
    totpRoles.includes(officer.role) && officer.totpCounter === null && session.oidcIssuer === null

  const describe = (found: FoundSession): OfficerSession => ({
    officer: toOfficer(found.officer),
    expiresAt: new Date(found.session.expiresAt).toISOString(),
    ...(isTotpSetupRequired(found) && { isTotpSetupRequired: true }),
  })

  return {
    isTotpSetupRequired,
    describe,

    async open({ username: typed, password, totpCode }, { networkIndex }) {
      const username = toUsername(typed)
      const nameIndex = await vault.index('principal', username)
      await limits.countAttempt(nameIndex, networkIndex, clock.now())
      const officer = await checkPassword(username, password).catch(refuse(username))
      if (officer.totpCounter !== null) {
        if (totpCode === undefined) {
          await limits.forgetAttempt(nameIndex, networkIndex, clock.now())
          throw new KbytError('officer_totp_required')
        }
        await totp.check(officer, totpCode).catch(refuse(username))
      }
      const opened = await openSession(officer, null)
      await limits.countSuccess(nameIndex, networkIndex, clock.now())
      return opened
    },

    openVouched: openSession,

    async findSession(token) {
      return store.officers.touchSession(await vault.digest(token), idleMs, clock.now())
    },

    async close({ session, officer }) {
      await store.officers.endSession(session.tokenHash)
      await signIns.recordClosing(officer.officerId)
    },

    async setDefaults(defaults, { officer }) {
      checkOfficerDefaults(defaults, config)
      const { post, reason, direction, tab } = defaults
      const row = await store.officers.setDefaults(officer.officerId, {
        defaultPost: post,
        defaultReason: reason,
        ...(direction !== undefined && { defaultDirection: direction }),
        ...(tab !== undefined && { defaultTab: tab }),
      })
      if (!row) throw new KbytError('session_expired')
      return toOfficer(row)
    },
  }
}
