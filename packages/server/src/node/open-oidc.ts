import type { OidcProvider } from '../ports.js'
import { createOidcProvider } from './create-oidc-provider.js'
import { SettingError } from './setting-error.js'
import type { Settings } from './settings.js'

/**
 * The OpenID provider of the settings; the browser comes back to the first origin.
 *
 * @throws {SettingError} naming what is missing beside the issuer.
 */
export function openOidc(settings: Settings): OidcProvider | undefined {
  const { KBYT_OIDC_ISSUER: issuer, KBYT_OIDC_CLIENT_SECRET: clientSecret } = settings
  if (!issuer) return undefined
  if (!clientSecret) throw new SettingError('KBYT_OIDC_CLIENT_SECRET is needed by KBYT_OIDC_ISSUER')
  const [origin = `http://localhost:${settings.KBYT_PORT}`] = settings.KBYT_ORIGINS ?? []
  try {
    return createOidcProvider({
      issuer,
      clientSecret,
      clientId: settings.KBYT_OIDC_CLIENT_ID,
      redirectUri: `${origin}/v1/officers/oidc/callback`,
      matchBy: settings.KBYT_OIDC_MATCH,
    })
  } catch (cause) {
    throw new SettingError('KBYT_OIDC_ISSUER must be an https address', { cause })
  }
}
