import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

export const redirectUri = 'https://kbyt.example/v1/officers/oidc/callback'
export const clientId = 'kbyt'
export const clientSecret = 'a-secret-of-at-least-32-characters'

/** Somebody the provider knows. */
export interface OidcUser {
  readonly email?: string
  readonly isEmailVerified?: boolean
  readonly preferredUsername?: string
}

/** A real OpenID provider on this machine, at which a browser signs in without a page. */
export async function startOidcProvider(users: Readonly<Record<string, OidcUser>>) {
  const server = createServer((request, response) => handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const issuer = `http://127.0.0.1:${port}`
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'ES256' }],
    },
    cookies: { keys: ['not', 'secret'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['preferred_username'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 60,
      Interaction: 60,
      Session: 600,
    },
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        email: users[id]?.email,
        email_verified: users[id]?.isEmailVerified,
        preferred_username: users[id]?.preferredUsername,
      }),
    }),
  })
  let signedIn: string | undefined
  const callback = provider.callback()

  /** The page where somebody would type a password, and say yes. */
  async function handle(...[request, response]: Parameters<typeof callback>): Promise<void> {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    const { params, prompt, session } = await provider.interactionDetails(request, response)
    if (signedIn === undefined) {
      const refusal = { error: 'access_denied', error_description: 'no' }
      return provider.interactionFinished(request, response, refusal)
    }
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: signedIn } })
    }
    const accountId = session?.accountId
    const grant = new provider.Grant({
      ...(accountId && { accountId }),
      clientId: String(params.client_id),
    })
    grant.addOIDCScope(String(params.scope))
    const result = { consent: { grantId: await grant.save() } }
    return provider.interactionFinished(request, response, result)
  }

  /** Follows the provider's pages with a browser's cookies, up to the address it sends back to. */
  async function signIn(start: string, user: string | undefined): Promise<URL> {
    signedIn = user
    const cookies = new Map<string, string>()
    let url = new URL(start)
    for (let hops = 0; url.href.startsWith(issuer); hops += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
      for (const each of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? []
        cookies.set(name, value)
      }
      const location = answer.headers.get('location')
      if (!location || hops > 9) throw new Error(`the provider stopped: ${await answer.text()}`)
      url = new URL(location, url)
    }
    return url
  }

  return {
    issuer,
    signIn,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
