import { KbytError } from '../errors.js'
import type { Access } from '../schema/endpoint.js'
import type { Client } from './client.js'

/** What the call is signed with; undefined where a cookie or our own origin is enough. */
export function findToken(client: Client, access: Access): string | undefined {
  if (access === 'officer') return client.officerToken.load()
  if (access === 'public') return client.publishableKey
  const session = client.session.load()
  if (!session) throw new KbytError('session_required')
  return session.token
}

/** Lets go of a token that the server no longer takes, unless a newer one has come in between. */
export function forgetToken(client: Client, access: Access, token: string | undefined): void {
  if (access === 'citizen' && client.session.load()?.token === token) client.session.clear()
  if (access === 'officer' && client.officerToken.load() === token) client.officerToken.clear()
}
