import { errorStatus, isKbytError, KbytError } from '@kbyt/sdk'
import type { Context } from 'hono'
import { describeFailure } from '../describe-failure.js'
import type { Log } from '../ports.js'
import { StoreUnavailable } from '../store/store-unavailable.js'
import type { HttpEnv } from './http-env.js'
import { toProblem } from './to-problem.js'

/** The one place where errors become answers; whatever is not ours to tell is `internal`. */
export function answerProblem(
  thrown: unknown,
  context: Context<HttpEnv>,
  log: Log,
  isStrict: boolean,
): Response {
  const endpoint = context.get('endpoint')
  const error = toKbytError(thrown)
  if (isStrict && error.code === 'internal') throw thrown
  if (endpoint && !endpoint.errors.includes(error.code)) {
    const event = { endpoint: endpoint.id, code: error.code }
    if (isStrict) throw new TypeError(`${event.endpoint} answers ${event.code} unlisted`)
    log({ level: 'error', event: 'unlisted_code', ...event })
  }
  if (error.code === 'internal') {
    const requestId = context.get('requestId')
    log({ level: 'error', event: 'internal', requestId, ...describeFailure(thrown) })
  }
  if (error.cause instanceof StoreUnavailable) log({ level: 'error', event: 'store_unavailable' })

  context.set('errorCode', error.code)
  const { retryAfterSeconds } = error
  return context.newResponse(JSON.stringify(toProblem(error)), errorStatus[error.code] ?? 500, {
    'Content-Type': 'application/problem+json',
    ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
  })
}

/** The database is back soon or not at all: nobody needs to ask every second. */
const storeRetrySeconds = 5

function toKbytError(thrown: unknown): KbytError {
  if (thrown instanceof StoreUnavailable) {
    return new KbytError('overloaded', { cause: thrown, retryAfterSeconds: storeRetrySeconds })
  }
  return isKbytError(thrown) ? thrown : new KbytError('internal', { cause: thrown })
}
