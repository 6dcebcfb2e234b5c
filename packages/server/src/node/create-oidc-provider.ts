import { isKbytError, KbytError } from '@kbyt/sdk'
import * as oidc from 'openid-client'
import type { OidcClaims, OidcProvider } from '../ports.js'

/** How {@link createOidcProvider} finds the provider, and what it believes of it. */
export interface OidcProviderOptions {
  /** The provider's issuer, `https://…`; `http://` on this machine alone. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** As registered there: `https://<portal>/v1/officers/oidc/callback`. */
  readonly redirectUri: string
  /**
   * Which claim is an officer's username here, for accounts that are not linked yet: `email` counts only
   * when the provider has verified it; `preferred_username` only where the provider never gives one name
   * to two people.
   *
   * @defaultValue none: an administrator links accounts
   */
  readonly matchBy?: 'email' | 'preferred_username' | undefined
  /** @defaultValue 5 */
  readonly timeoutSeconds?: number
  /** @defaultValue the global `fetch` */
  readonly fetch?: typeof globalThis.fetch
}

/**
 * Speaks OpenID Connect with one provider: authorization code with PKCE, state and nonce; the ID token's
 * signature, issuer, audience, nonce and times are checked. It asks for the provider's metadata at the
 * first sign-in, so that a provider that is down keeps no server from starting.
 *
 * @throws {TypeError} when the issuer is neither https nor on this machine.
 * @example
 * const oidc = createOidcProvider({
 *   issuer: 'https://dangnhap.example',
 *   clientId: 'kbyt',
 *   clientSecret: 'from a file',
 *   redirectUri: 'https://kbyt.example/v1/officers/oidc/callback',
 * })
 */
export function createOidcProvider(options: OidcProviderOptions): OidcProvider {
  const { issuer, redirectUri, matchBy } = options
  const discover = createDiscovery(options)
  const scope =
    matchBy === undefined ? 'openid' : `openid ${matchBy === 'email' ? 'email' : 'profile'}`

  return {
    issuer,

    async start({ codeVerifier, ...checks }) {
      const config = await discover()
      const challenge = await oidc.calculatePKCECodeChallenge(codeVerifier)
      return oidc.buildAuthorizationUrl(config, {
        ...checks,
        redirect_uri: redirectUri,
        scope,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      })
    },

    async finish(parameters, { state, nonce, codeVerifier }) {
      const config = await discover()
      const url = new URL(redirectUri)
      url.search = parameters.toString()
      try {
        const tokens = await oidc.authorizationCodeGrant(config, url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        const { sub: subject } = tokens.claims() ?? { sub: '' }
        const info = matchBy && (await oidc.fetchUserInfo(config, tokens.access_token, subject))
        return { subject, ...toLoginName(info, matchBy) }
      } catch (error) {
        throw findUnavailable(error) ?? new KbytError('oidc_refused', { cause: error })
      }
    },
  }
}

function toLoginName(
  info: oidc.UserInfoResponse | undefined,
  matchBy: OidcProviderOptions['matchBy'],
): Pick<OidcClaims, 'loginName'> {
  const isProven = matchBy === 'preferred_username' || info?.email_verified === true
  const loginName = matchBy && info?.[matchBy]
  return isProven && loginName ? { loginName } : {}
}

/** The provider's metadata, asked for once; after a failure, again. */
function createDiscovery(options: OidcProviderOptions): () => Promise<oidc.Configuration> {
  const { clientId, clientSecret, timeoutSeconds = 5, fetch = globalThis.fetch } = options
  const issuer = new URL(options.issuer)
  const isLocal = issuer.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(issuer.hostname)
  if (issuer.protocol !== 'https:' && !isLocal) throw new TypeError('the issuer must be https')
  let found: Promise<oidc.Configuration> | undefined

  return async () => {
    found ??= oidc.discovery(issuer, clientId, clientSecret, undefined, {
      timeout: timeoutSeconds,
      [oidc.customFetch]: (url, init) => ask(fetch, url, init),
      // its signature is checked too, although the token came from the provider over TLS
      execute: [oidc.enableNonRepudiationChecks, ...(isLocal ? [oidc.allowInsecureRequests] : [])],
    })
    try {
      return await found
    } catch (cause) {
      found = undefined
      throw new KbytError('oidc_unavailable', { cause, retryAfterSeconds: 30 })
    }
  }
}

/** Tells a provider that does not answer from one that says no. */
async function ask(
  fetch: typeof globalThis.fetch,
  url: string,
  { body, ...init }: oidc.CustomFetchOptions,
): Promise<Response> {
  // the token request is a form; no other one has a body
  const form = body instanceof URLSearchParams ? { body } : {}
  const response = await fetch(url, { ...init, ...form }).catch((cause) => {
    throw unavailable(cause)
  })
  if (response.status >= 500) throw unavailable(response.status)
  return response
}

const unavailable = (cause: unknown) =>
  new KbytError('oidc_unavailable', { cause, retryAfterSeconds: 30 })

/** Our own error, which the library wraps. */
function findUnavailable(error: unknown): KbytError | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (isKbytError(each)) return each
  }
  return undefined
}
