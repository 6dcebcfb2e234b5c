import type { ResponsePromise } from 'ky'
import type * as z from 'zod/mini'
import type { Endpoint, ObjectSchema } from '../schema/endpoint.js'
import type { SignedCallOptions } from './call-options.js'
import type { Client } from './client.js'
import { readAnswer } from './read-answer.js'
import { send } from './send.js'
import { untilAborted } from './until-aborted.js'

/**
 * Makes one call of the contract: checks the input, sends it, checks the answer. The functions of the
 * rooms are this with a name; use it directly for an endpoint that has none.
 *
 * @throws {KbytError} the codes of `endpoint.errors`, each as the endpoint's reference says;
 * `input_invalid` before anything is sent, with one issue per wrong field; `offline`: ask again when
 * the network is back; `timed_out`: ask again, with the same Idempotency-Key where there is one;
 * `unexpected_answer`: update the SDK.
 * @example
 * const config = await call(client, getConfigEndpoint, {})
 */
export async function call<Input extends ObjectSchema, Output extends z.ZodMiniType>(
  client: Client,
  endpoint: Endpoint<Input, Output>,
  input: z.infer<Input>,
  options: SignedCallOptions = {},
): Promise<z.infer<Output>> {
  const read = async (sent: ResponsePromise) => {
    const text = await untilAborted(sent.text(), options.signal)
    return readAnswer(endpoint.output, await sent, text)
  }
  return send(client, { endpoint, input, options, accept: 'application/json', read })
}
