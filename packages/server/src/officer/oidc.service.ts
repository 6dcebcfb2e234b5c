import { KbytError } from '@kbyt/sdk'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import { createSecret } from '../identifiers.js'
import { minuteMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { OidcClaims, OidcProvider } from '../ports.js'
import type { BlindIndex, OfficerRow } from '../store/store.js'
import { toUsername } from './add-officer.js'
import type { LoginLimits } from './login-limits.js'
import type { OfficerService } from './officer.service.js'
import type { SignInLog } from './sign-in-log.js'

const attemptMs = 10 * minuteMs
const recordId = 'oidc attempt'
const attemptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  expiresAt: z.number(),
})
type Attempt = z.infer<typeof attemptSchema>

/** A browser that the provider sent back. */
interface WayBack {
  readonly parameters: URLSearchParams
  /** What it kept on its way there. */
  readonly kept: string | undefined
  readonly networkIndex: BlindIndex
}

/**
 * Owns: signing in through the portal's OpenID provider. The provider says who somebody is; whether that
 * is an officer, and as what, is said by accounts that exist already. None is ever made here.
 *
 * Does not own: the provider's protocol (see {@link OidcProvider}).
 */
export interface OidcService {
  /**
   * Where to send the browser, and what it keeps meanwhile, sealed: state, nonce and PKCE verifier bind the
   * way back to this browser.
   *
   * @throws {KbytError} `not_found` without a provider, `oidc_unavailable`.
   */
  start(returnTo: string): Promise<{ location: string; kept: string }>
  /**
   * @throws {KbytError} `not_found` without a provider; `oidc_refused` for a way back that this browser did not
   * begin, or that the provider does not confirm; `forbidden` for whoever is no officer here; `rate_limited`.
   */
  finish(back: WayBack): Promise<{ location: string; token: string }>
}

export const oidcAttemptSeconds = attemptMs / 1_000

export interface OidcServiceOptions {
  readonly outside: Outside
  readonly officers: OfficerService
  readonly audit: AuditService
  readonly signIns: SignInLog
  readonly limits: LoginLimits
  readonly provider: OidcProvider | undefined
}

export function createOidcService(options: OidcServiceOptions): OidcService {
  const { outside, officers, audit, signIns, limits, provider } = options
  const { store, vault, clock, randomBytes, log } = outside

  function requireProvider(): OidcProvider {
    if (!provider) throw new KbytError('not_found')
    return provider
  }

  async function openAttempt(kept: string | undefined): Promise<Attempt> {
    const opened = kept && (await vault.open(recordId, kept).catch(() => undefined))
    const parsed = attemptSchema.safeParse(opened)
    if (parsed.success && parsed.data.expiresAt > clock.now()) return parsed.data
    throw new KbytError('oidc_refused')
  }

  /** The provider knows them, this portal does not. */
  async function refuse(issuer: string, subject: string): Promise<never> {
    log({ level: 'warn', event: 'oidc_no_officer' })
    await signIns.recordRefusal(`${issuer} ${subject}`)
    throw new KbytError('forbidden')
  }

  async function findOfficer(issuer: string, claims: OidcClaims): Promise<OfficerRow> {
    const { subject, loginName } = claims
    const linked = await store.officers.findOfficerByIdentity(issuer, subject)
    const officer = linked ?? (loginName && (await findUnlinked(loginName)))
    if (!officer || officer.disabledAt !== null) return refuse(issuer, subject)
    return linked ? officer : link(officer, issuer, subject)
  }

  /** Somebody else may have had this name at the provider: an account is linked once, then by subject alone. */
  async function findUnlinked(loginName: string): Promise<OfficerRow | undefined> {
    const officer = await store.officers.findOfficer(toUsername(loginName))
    return officer?.oidcSubject === null ? officer : undefined
  }

  /** Of two people who come with one name at once, the account is one's: the other is nobody here. */
  async function link({ officerId }: OfficerRow, issuer: string, subject: string) {
    await audit.append({
      officerId,
      action: 'officer link',
      reason: null,
      post: null,
      subjectIndex: await vault.index('subject', officerId),
      outcome: 'ordered',
      details: { officerId, issuer, subject },
    })
    const linked = await store.officers.linkOfficer(officerId, issuer, subject)
    return linked ?? refuse(issuer, subject)
  }

  return {
    async start(returnTo) {
      const checks = {
        state: createSecret(randomBytes),
        nonce: createSecret(randomBytes),
        codeVerifier: createSecret(randomBytes),
      }
      const { href } = await requireProvider().start(checks)
      const attempt: Attempt = { ...checks, returnTo, expiresAt: clock.now() + attemptMs }
      return { location: href, kept: await vault.seal(recordId, attempt) }
    },

    async finish({ parameters, kept, networkIndex }) {
      const { issuer, finish } = requireProvider()
      const { returnTo, expiresAt: _expiresAt, ...checks } = await openAttempt(kept)
      // each asks the provider: nobody has us ask it without end
      await limits.countNetwork(networkIndex, clock.now())
      const claims = await finish(parameters, checks)
      const officer = await findOfficer(issuer, claims)
      const { token } = await officers.openVouched(officer, issuer)
      await limits.forgetNetwork(networkIndex, clock.now())
      return { location: returnTo, token }
    },
  }
}
