import ky, { type ResponsePromise } from 'ky'
import type { Endpoint } from '../schema/endpoint.js'
import type { SignedCallOptions } from './call-options.js'
import { checkInput } from './check-input.js'
import type { Client } from './client.js'
import { explainSilence } from './explain-silence.js'
import { findToken } from './find-token.js'
import { forgetToken } from './forget-token.js'
import { isSessionOver } from './is-session-over.js'
import { toCallError } from './to-call-error.js'
import { toHeaders } from './to-headers.js'
import { toRetry } from './to-retry.js'
import { toTarget } from './to-target.js'

/** What goes out, and how the answer is read. */
export interface Sending<Result> {
  readonly endpoint: Endpoint
  readonly input: unknown
  readonly options: SignedCallOptions
  /** The types the answer may have. */
  readonly accept: string
  readonly read: (sent: ResponsePromise) => Promise<Result>
}

/** Sends one call of the contract; whatever goes wrong rejects with a `KbytError` or the signal's reason. */
export async function send<Result>(
  client: Client,
  { endpoint, input, options, accept, read }: Sending<Result>,
): Promise<Result> {
  const { signal, idempotencyKey } = options
  signal?.throwIfAborted()
  const { url, ...content } = toTarget(client.baseUrl, endpoint, checkInput(endpoint.input, input))
  const token = options.token ?? findToken(client, endpoint.access)
  const deadline = performance.now() + client.timeoutMs
  const sent = ky(url, {
    method: endpoint.method,
    headers: { ...toHeaders(endpoint, token, idempotencyKey), accept },
    ...content,
    fetch: async (request, init) => client.fetch(request, init),
    credentials: 'same-origin',
    redirect: 'error',
    retry: toRetry(endpoint),
    timeout: false,
    totalTimeout: client.timeoutMs,
    signal: signal ?? null,
  })
  try {
    return await read(sent)
  } catch (error) {
    signal?.throwIfAborted()
    const timeLeftMs = deadline - performance.now()
    const failure = await explainSilence(client, toCallError(error), timeLeftMs, signal)
    signal?.throwIfAborted()
    if (isSessionOver(failure)) forgetToken(client, token)
    throw failure
  }
}
