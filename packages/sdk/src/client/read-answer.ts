import type * as z from 'zod/mini'
import { KbytError } from '../errors.js'

/**
 * The checked body of a 2xx answer; fields that a newer server added are dropped.
 *
 * @throws {KbytError} `offline` when something on the way answered or cut the body; `unexpected_answer` when it is not our format.
 */
export function readAnswer<Output extends z.ZodMiniType>(
  output: Output,
  response: Response,
  text: string,
): z.infer<Output> {
  const result = output.safeParse(response.status === 204 ? {} : parseBody(response, text))
  if (result.success) return result.data
  throw new KbytError('unexpected_answer', {
    message: 'unexpected_answer: the body is not what this version knows',
    cause: result.error,
  })
}

function parseBody({ headers, redirected }: Response, text: string): unknown {
  const type = headers.get('content-type') ?? ''
  // A page instead of an answer is a captive portal's or a proxy's (ATTACKS 108).
  if (redirected || /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    throw new KbytError('offline', { message: 'offline: a page answered in the place of the API' })
  }
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    throw new KbytError('unexpected_answer', { message: 'unexpected_answer: not JSON' })
  }
  try {
    return JSON.parse(text)
  } catch {
    // No cause: it quotes the text.
    throw new KbytError('offline', { message: 'offline: the answer was cut' })
  }
}
