import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type AssistedDeclaration,
  submitAssistedDeclarationEndpoint,
} from '../schema/channel-declaration.js'
import type { FiledDeclaration } from '../schema/declaration.js'

/**
 * Declares for somebody at the post who has no phone or cannot manage it (dispatch 391, I.3); it
 * ends in a pass to print.
 *
 * @throws {KbytError} `form_closed`, `input_invalid`: paths begin with `declaration.`.
 * `forbidden`: not this officer's work. `audit_unavailable`: no record, no declaration.
 * @example
 * const { people } = await submitAssistedDeclaration(client, { channel: 'assisted', post: 'ga-hue', assistedBy: 'Lê Văn Hai', declaration })
 */
export async function submitAssistedDeclaration(
  client: Client,
  input: AssistedDeclaration,
  options?: IdempotentCallOptions,
): Promise<FiledDeclaration> {
  return call(client, submitAssistedDeclarationEndpoint, input, options)
}
