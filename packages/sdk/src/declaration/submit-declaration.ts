import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type Declaration,
  type FiledDeclaration,
  submitDeclarationEndpoint,
} from '../schema/declaration.js'

/**
 * Declares for oneself and relatives; the answer holds one signed pass per person.
 *
 * To be safe against a reply that gets lost, freeze the declaration, choose a key and give both again
 * when sending again: however often it arrives, there is one declaration.
 *
 * @throws {KbytError} `input_invalid`: one issue per wrong field; `session_required`,
 * `session_expired`: prove the phone again (`requestOtp`) and send the same again; `form_closed`: the
 * portal takes none at this time; `offline`, `timed_out`, `overloaded`: send again with the same key;
 * `idempotency_key_reused`: this key has sent something else, take a new one.
 * @example
 * const idempotencyKey = crypto.randomUUID()
 * const filed = await submitDeclaration(client, declaration, { idempotencyKey })
 * for (const { person, pass } of filed.people) console.log(person.fullName, pass.text)
 */
export async function submitDeclaration(
  client: Client,
  declaration: Declaration,
  options?: IdempotentCallOptions,
): Promise<FiledDeclaration> {
  return call(client, submitDeclarationEndpoint, declaration, options)
}
