import type { Client } from '../client/client.js'
import { fullPath } from '../schema/endpoint.js'
import { startOidcEndpoint } from '../schema/oidc.js'

/**
 * The address to send the browser to so that an officer signs in at the portal's OpenID provider. It is a page
 * to go to, not one to fetch; the browser comes back to `returnTo` with a session.
 *
 * @param returnTo - A path of the portal itself.
 * @example
 * location.assign(toOidcAddress(client, '/kiemtra'))
 */
export function toOidcAddress(client: Pick<Client, 'baseUrl'>, returnTo: string): string {
  const url = new URL(fullPath(startOidcEndpoint.path), client.baseUrl)
  url.searchParams.set('returnTo', returnTo)
  return url.href
}
