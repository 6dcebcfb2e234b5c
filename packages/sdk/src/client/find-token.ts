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
