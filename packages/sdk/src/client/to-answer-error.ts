import type { HTTPError } from 'ky'
import { type ErrorCode, errorStatus, isErrorCode, KbytError } from '../errors.js'
import { type Problem, problemSchema } from '../schema/problem.js'

/** What a status says that comes without a problem, from a proxy or a portal on the way. */
const statusCodes: Readonly<Record<number, ErrorCode>> = {
  413: 'body_too_large',
  429: 'rate_limited',
  502: 'overloaded',
  503: 'overloaded',
  504: 'overloaded',
  511: 'offline',
}

/**
 * The error that an answer outside 2xx means. `cause` holds what the server said, never the request:
 * a logged error shows no token.
 */
export function toAnswerError({ response, data }: HTTPError): KbytError {
  const problem = isProblem(response) ? problemSchema.safeParse(data).data : undefined
  if (problem) return toProblemError(problem, response)
  const { status } = response
  const code = statusCodes[status] ?? (status < 400 ? 'offline' : 'unexpected_answer')
  return new KbytError(code, {
    message: `${code}: status ${status} without a problem`,
    retryAfterSeconds: readRetryAfter(response),
  })
}

function toProblemError(problem: Problem, response: Response): KbytError {
  const { code, issues, triesLeft } = problem
  const isKnown = isErrorCode(code) && errorStatus[code] !== null
  return new KbytError(isKnown ? code : 'unexpected_answer', {
    message: isKnown ? code : `unexpected_answer: status ${response.status} with an unknown code`,
    cause: problem,
    retryAfterSeconds: problem.retryAfterSeconds ?? readRetryAfter(response),
    issues,
    triesLeft,
  })
}

const isProblem = ({ headers }: Response) =>
  /^application\/problem\+json\b/i.test(headers.get('content-type') ?? '')

/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function readRetryAfter({ headers }: Response): number | undefined {
  const text = headers.get('retry-after')
  if (text === null) return undefined
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined
}
