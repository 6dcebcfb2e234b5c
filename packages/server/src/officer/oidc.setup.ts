import { afterAll } from 'vitest'
import { ownOrigin, setup, type TestBackend } from '../backend.setup.js'
import { createOidcProvider, type OidcProviderOptions } from '../node/create-oidc-provider.js'
import { setupAdministrator } from './account.setup.js'
import { clientId, clientSecret, redirectUri, startOidcProvider } from './oidc-provider.setup.js'

export const go = (backend: TestBackend, path: string, headers: Record<string, string> = {}) =>
  backend.app.request(`${ownOrigin}${path}`, { headers, redirect: 'manual' })

export const cookieOf = (answer: Response, name: string) =>
  answer.headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? ''

export const toPair = (cookie: string) => cookie.split(';')[0] ?? ''

/** Sets out for the provider. */
export async function leave(backend: TestBackend, returnTo = '/kiemtra.html') {
  const answer = await go(
    backend,
    `/v1/officers/oidc/start?returnTo=${encodeURIComponent(returnTo)}`,
  )
  const attempt = cookieOf(answer, '__Host-kbyt_oidc')
  return { answer, attempt, location: answer.headers.get('location') ?? '' }
}

export const readProblem = async (answer: Response) => {
  const problem: { code?: string } = await answer.json()
  return [answer.status, problem.code]
}

/** A provider for the tests of one file, and backends whose officers sign in there. */
export async function openOidc() {
  const provider = await startOidcProvider({
    an: { email: 'An@Hue.gov.vn', isEmailVerified: true, preferredUsername: 'an' },
    em: { email: 'em@hue.gov.vn', isEmailVerified: false, preferredUsername: 'em' },
  })
  afterAll(() => provider.close())
  const { issuer } = provider

  async function setupOidc(changes: Partial<OidcProviderOptions> = {}) {
    const options = { issuer, clientId, clientSecret, redirectUri, ...changes }
    const backend = await setup({ oidc: createOidcProvider(options) })
    return { backend, ...(await setupAdministrator(backend)) }
  }

  /** Goes to the provider as somebody and comes back. */
  async function signInAt(backend: TestBackend, user: string | undefined) {
    const { attempt, location } = await leave(backend)
    const { search } = await provider.signIn(location, user)
    const back = (headers: Record<string, string> = { cookie: toPair(attempt) }) =>
      go(backend, `/v1/officers/oidc/callback${search}`, headers)
    return { back, search, attempt }
  }

  return { provider, issuer, setupOidc, signInAt }
}
