import ky from 'ky'
import type * as z from 'zod/mini'
import type { Endpoint, ObjectSchema } from '../schema/endpoint.js'
import type { IdempotentCallOptions } from './call-options.js'
import { checkInput } from './check-input.js'
import type { Client } from './client.js'
import { explainSilence } from './explain-silence.js'
import { findToken } from './find-token.js'
import { forgetToken } from './forget-token.js'
import { isSessionOver } from './is-session-over.js'
import { readAnswer } from './read-answer.js'
import { toCallError } from './to-call-error.js'
import { toHeaders } from './to-headers.js'
import { toRetry } from './to-retry.js'
import { toTarget } from './to-target.js'
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
  { signal, idempotencyKey }: IdempotentCallOptions = {},
): Promise<z.infer<Output>> {
  signal?.throwIfAborted()
  const { url, body } = toTarget(client.baseUrl, endpoint, checkInput(endpoint.input, input))
  const token = findToken(client, endpoint.access)
  const deadline = performance.now() + client.timeoutMs
  const sent = ky(url, {
    method: endpoint.method,
    headers: toHeaders(endpoint, token, idempotencyKey),
    ...(body && { json: body }),
    fetch: async (request, init) => client.fetch(request, init),
    credentials: 'same-origin',
    redirect: 'error',
    retry: toRetry(endpoint),
    timeout: false,
    totalTimeout: client.timeoutMs,
    signal: signal ?? null,
  })
  try {
    const text = await untilAborted(sent.text(), signal)
    return readAnswer(endpoint.output, await sent, text)
  } catch (error) {
    signal?.throwIfAborted()
    const timeLeftMs = deadline - performance.now()
    const failure = await explainSilence(client, toCallError(error), timeLeftMs, signal)
    signal?.throwIfAborted()
    if (isSessionOver(failure)) forgetToken(client, token)
    throw failure
  }
}
