import { isHTTPError, type Options } from 'ky'
import type { Endpoint } from '../schema/endpoint.js'
import { toAnswerError } from './to-answer-error.js'

/** Longer waits are the caller's to plan (an outbox, a countdown): the call gives up and says how long. */
const longestWaitSeconds = 5

/**
 * When to send again by ourselves: only what has one effect however often it arrives. A 429 is a
 * limit that a person should see; `idempotency_in_progress` says that our lost first try is still being
 * worked on, any other 409 is an answer.
 */
export function toRetry({
  method,
  isIdempotent,
}: Pick<Endpoint, 'method' | 'isIdempotent'>): NonNullable<Options['retry']> {
  const isSafe = isIdempotent || method === 'GET' || method === 'PUT' || method === 'DELETE'
  return {
    limit: isSafe ? 2 : 0,
    methods: [method.toLowerCase()],
    statusCodes: isIdempotent ? [408, 409, 500, 502, 503, 504] : [408, 500, 502, 503, 504],
    afterStatusCodes: [409, 503],
    delay: (attempt) => 500 * 2 ** (attempt - 1),
    jitter: (delayMs) => delayMs * (0.5 + Math.random() / 2),
    // undefined leaves the decision to the lines above.
    shouldRetry: ({ error }) => (isHTTPError(error) && isHopeless(error) ? false : undefined),
  }
}

function isHopeless(error: Parameters<typeof toAnswerError>[0]): boolean {
  const { code, retryAfterSeconds = 0 } = toAnswerError(error)
  const isTaken = error.response.status === 409 && code !== 'idempotency_in_progress'
  return isTaken || retryAfterSeconds > longestWaitSeconds
}
