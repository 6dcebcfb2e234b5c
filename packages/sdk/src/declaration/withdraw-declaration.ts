import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type FiledDeclaration, withdrawDeclarationEndpoint } from '../schema/declaration.js'

/**
 * Withdraws a declaration: its passes are no longer valid.
 *
 * @throws {KbytError} `declaration_not_found`: not sent from this phone; `session_required`,
 * `session_expired`: prove the phone again (`requestOtp`).
 * @example
 * const { declarations } = await findDeclarations(client)
 * for (const declaration of declarations) await withdrawDeclaration(client, declaration)
 */
export async function withdrawDeclaration(
  client: Client,
  { declarationId }: Pick<FiledDeclaration, 'declarationId'>,
  options?: IdempotentCallOptions,
): Promise<FiledDeclaration> {
  return call(client, withdrawDeclarationEndpoint, { declarationId }, options)
}
