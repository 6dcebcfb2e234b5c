import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import type { DeclarationKind } from '../schema/config.js'
import { type FiledDeclaration, findDeclarationsEndpoint } from '../schema/declaration.js'

/**
 * Finds the declarations sent from the proven phone, newest first; none is an empty list.
 *
 * @throws {KbytError} `session_required`, `session_expired`: prove the phone again (`requestOtp`).
 * @example
 * const { declarations } = await findDeclarations(client, { kind: 'domestic' })
 */
export async function findDeclarations(
  client: Client,
  input: { readonly kind?: DeclarationKind } = {},
  options?: CallOptions,
): Promise<{ declarations: FiledDeclaration[] }> {
  return call(client, findDeclarationsEndpoint, input, options)
}
