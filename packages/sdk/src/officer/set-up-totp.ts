import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { setUpTotpEndpoint, type TotpSecret } from '../schema/officer.js'

/**
 * Makes a TOTP secret for the officer who is signed in, shown once: the address is what authenticator
 * apps read as a QR code. It counts from {@link confirmTotp} on.
 *
 * @throws {KbytError} `session_required`, `session_expired`: sign in (`openOfficerSession`).
 * @example
 * const { otpauthUri } = await setUpTotp(client)
 */
export async function setUpTotp(client: Client, options?: CallOptions): Promise<TotpSecret> {
  return call(client, setUpTotpEndpoint, {}, options)
}
