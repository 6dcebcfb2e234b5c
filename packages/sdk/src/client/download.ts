import type { ResponsePromise } from 'ky'
import type * as z from 'zod/mini'
import { KbytError } from '../errors.js'
import type { Endpoint, MediaType, ObjectSchema } from '../schema/endpoint.js'
import type { CallOptions } from './call-options.js'
import type { Client } from './client.js'
import { guardBody } from './guard-body.js'
import { send } from './send.js'
import { untilAborted } from './until-aborted.js'

/** An answer that is no JSON, while it comes in. */
export interface DownloadedFile {
  readonly type: MediaType
  /** The name the server proposes. */
  readonly fileName: string | undefined
  /**
   * The bytes, to be read once: `new Response(file.body)` makes a text, blob or array of them. A
   * connection that breaks errors the stream with a `KbytError` of code `offline`: half a file is none.
   */
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
}

/** Makes one call of the contract whose answer is a file; rejects as `call` does until it begins. */
export async function download<Input extends ObjectSchema>(
  client: Client,
  endpoint: Endpoint<Input>,
  input: z.infer<Input>,
  options: CallOptions = {},
): Promise<DownloadedFile> {
  const { signal } = options
  const read = async (sent: ResponsePromise) => {
    const { headers, body, redirected } = await untilAborted(sent, signal)
    const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
    const known = endpoint.produces.find((each) => each === type)
    if (redirected || !known || !body) throw toFormatError(type)
    return { type: known, fileName: readFileName(headers), body: guardBody(body, signal) }
  }
  return send(client, { endpoint, input, options, accept: endpoint.produces.join(', '), read })
}

/** A page instead of an answer is a captive portal's or a proxy's (ATTACKS 108). */
function toFormatError(type: string | undefined): KbytError {
  const code = type === 'text/html' ? 'offline' : 'unexpected_answer'
  return new KbytError(code, { message: `${code}: not a file of this endpoint` })
}

const readFileName = (headers: Headers) =>
  /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1]
