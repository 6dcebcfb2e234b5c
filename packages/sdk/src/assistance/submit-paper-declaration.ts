import { call } from '../client/call.js'
import type { IdempotentCallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  type PaperDeclaration,
  submitPaperDeclarationEndpoint,
} from '../schema/channel-declaration.js'
import type { FiledDeclaration } from '../schema/declaration.js'

/**
 * Enters a declaration that was made on paper. It is judged, and takes its place among the
 * person's others, by the moment on the paper.
 *
 * @throws {KbytError} `form_closed`, `input_invalid`: paths begin with `declaration.`.
 * `paper_closed`: somebody entered this paper already. `not_found`: no such paper. `forbidden`,
 * `audit_unavailable`.
 * @example
 * const { declaredAt } = await submitPaperDeclaration(client, paper)
 */
export async function submitPaperDeclaration(
  client: Client,
  input: PaperDeclaration,
  options?: IdempotentCallOptions,
): Promise<FiledDeclaration> {
  return call(client, submitPaperDeclarationEndpoint, input, options)
}
