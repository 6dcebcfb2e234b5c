import { oidcAttemptSeconds } from './oidc.service.js'

/** What a browser keeps on its way to the OpenID provider and back. */
export const oidcCookie = '__Host-kbyt_oidc'

// Lax, for the way back begins on the provider's page; the session's own cookie stays Strict
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax'

export const toOidcCookie = (kept: string) =>
  `${oidcCookie}=${kept}; ${attributes}; Max-Age=${oidcAttemptSeconds}`

export const endedOidcCookie = `${oidcCookie}=; ${attributes}; Max-Age=0`
