import type { Access } from '../schema/endpoint.js'
import type { Client } from './client.js'

/** Lets go of a token that the server no longer takes, unless a newer one has come in between. */
export function forgetToken(client: Client, access: Access, token: string | undefined): void {
  if (access === 'citizen' && client.session.load()?.token === token) client.session.clear()
  if (access === 'officer' && client.officerToken.load() === token) client.officerToken.clear()
}
