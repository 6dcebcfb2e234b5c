import type { Client } from './client.js'

/** Lets go of a token that the server no longer takes, unless a newer one has come in between. */
export function forgetToken(client: Client, token: string | undefined): void {
  if (token === undefined) return
  if (client.session.load()?.token === token) client.session.clear()
  if (client.officerToken.load() === token) client.officerToken.clear()
}
