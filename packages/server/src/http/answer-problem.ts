import { errorStatus, isKbytError, KbytError } from '@kbyt/sdk'
import type { Context } from 'hono'
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
  if (error.code === 'internal') logInternal(thrown, context.get('requestId'), log)
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

/** Where it happened, without its message: that may quote what a person typed. */
function logInternal(thrown: unknown, requestId: string, log: Log): void {
  const error = thrown instanceof Error ? thrown : new Error('not an error')
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s*at /.test(line))
  const at = frames.slice(0, 5).join(' ')
  const code: unknown = Reflect.get(error, 'code')
  const sqlState = typeof code === 'string' && /^[\dA-Z]{5}$/.test(code) ? code : undefined
  log({ level: 'error', event: 'internal', requestId, error: error.name, sqlState, at })
}
