import { KbytError } from '@kbyt/sdk'
import type { TotpSecret } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import type { OfficerCall } from '../call.js'
import type { Outside } from '../outside.js'
import type { OfficerRow } from '../store/store.js'
import type { LoginLimits } from './login-limits.js'
import { fromBase32, toBase32 } from './totp/base32.js'
import { totpDigits, totpSeconds } from './totp/create-totp-code.js'
import { findTotpCounter } from './totp/find-totp-counter.js'

/** RFC 4226 §4: as long as the hash. */
const secretLength = 20
const sealedSecretSchema = z.object({ secret: z.string() })

/** Owns: TOTP secrets, from the picture that is shown once to the counter that is taken once. */
export interface TotpService {
  /** @throws {KbytError} `forbidden` once a secret is confirmed: an administrator resets it. */
  setUp(call: OfficerCall): Promise<TotpSecret>
  /** @throws {KbytError} `officer_login_failed` for a wrong code, `rate_limited`, `audit_unavailable`. */
  confirm(code: string, call: OfficerCall): Promise<void>
  /** @throws {KbytError} `officer_login_failed` for a wrong code and for one used before, `rate_limited`. */
  check(officer: OfficerRow, code: string): Promise<void>
}

export interface TotpServiceOptions {
  readonly outside: Outside
  readonly limits: LoginLimits
  readonly audit: AuditService
}

export function createTotpService({ outside, limits, audit }: TotpServiceOptions): TotpService {
  const { store, vault, clock, config, randomBytes } = outside
  const toRecordId = (officerId: string) => `officer totp ${officerId}`

  async function findCounter(officer: OfficerRow, code: string): Promise<number> {
    const { officerId, totpSealed } = officer
    await limits.countTotpAttempt(officerId, clock.now())
    if (totpSealed === null) throw new KbytError('officer_login_failed')
    const opened = await vault.open(toRecordId(officerId), totpSealed)
    const { secret } = sealedSecretSchema.parse(opened)
    const counter = await findTotpCounter(fromBase32(secret), code, clock.now())
    if (counter === undefined) throw new KbytError('officer_login_failed')
    return counter
  }

  /** Whoever saw a code over the officer's shoulder comes too late with it. */
  async function spend({ officerId, totpSealed }: OfficerRow, counter: number): Promise<void> {
    const isFirst = await store.officers.acceptTotpCounter(officerId, totpSealed ?? '', counter)
    if (!isFirst) throw new KbytError('officer_login_failed')
    await limits.forgetTotpAttempt(officerId, clock.now())
  }

  return {
    async setUp({ officer: { officerId, username } }) {
      const secret = toBase32(randomBytes(secretLength))
      const sealed = await vault.seal(toRecordId(officerId), { secret })
      if (!(await store.officers.saveTotpSecret(officerId, sealed))) {
        throw new KbytError('forbidden')
      }
      return { secret, otpauthUri: toOtpauthUri(config.portalName.vi, username, secret) }
    },

    async confirm(code, { officer }) {
      const counter = await findCounter(officer, code)
      await audit.append({
        officerId: officer.officerId,
        action: 'officer set-totp',
        reason: null,
        post: null,
        subjectIndex: await vault.index('subject', officer.officerId),
        outcome: 'ordered',
        details: {},
      })
      await spend(officer, counter)
    },

    async check(officer, code) {
      await spend(officer, await findCounter(officer, code))
    },
  }
}

/** The form authenticator apps read; see Google's "Key Uri Format". */
function toOtpauthUri(portal: string, username: string, secret: string): string {
  const label = [portal, username].map(encodeURIComponent).join(':')
  const parameters = [
    `secret=${secret}`,
    `issuer=${encodeURIComponent(portal)}`,
    'algorithm=SHA1',
    `digits=${totpDigits}`,
    `period=${totpSeconds}`,
  ]
  return `otpauth://totp/${label}?${parameters.join('&')}`
}
