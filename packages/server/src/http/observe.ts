import type { Context, MiddlewareHandler } from 'hono'
import { createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { Span, Trace } from '../ports.js'
import type { HttpEnv } from './http-env.js'
import { setSecurityHeaders } from './set-security-headers.js'

/**
 * Gives each request an id and each answer its security headers; log, measures and traces get one
 * entry of ids and codes each, never the path: it is typed by the caller.
 */
export function observe(outside: Outside): MiddlewareHandler<HttpEnv> {
  const { clock, randomBytes, trace } = outside
  const readMs = () => clock.monotonic?.() ?? clock.now()
  return async (context, next) => {
    const startedAt = readMs()
    context.set('requestId', createUuid(clock.now(), randomBytes))
    await inSpan(trace, context, async (span) => {
      await next()
      setSecurityHeaders(context.res, context.req.path)
      report(outside, context, readMs() - startedAt, span)
    })
  }
}

/** What a caller sends as `traceparent`, if it looks like one. */
const traceparentPattern = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/

async function inSpan(
  trace: Trace | undefined,
  context: Context<HttpEnv>,
  work: (span?: Span) => Promise<void>,
): Promise<void> {
  const given = context.req.header('traceparent') ?? ''
  const traceparent = traceparentPattern.test(given) ? given : undefined
  await (trace ? trace.run({ name: 'request', kind: 'server', traceparent }, work) : work())
}

function report(
  { log, meter }: Outside,
  context: Context<HttpEnv>,
  durationMs: number,
  span: Span | undefined,
): void {
  const { status } = context.res
  const endpoint = context.get('endpoint')?.id ?? 'none'
  const code = context.get('errorCode')
  const requestId = context.get('requestId')
  const labels = { endpoint, code: code ?? 'ok' }
  span?.describe({ endpoint, status, requestId, ...(code && { code }) })
  meter.count('kbyt_http_requests_total', labels)
  meter.observe('kbyt_http_request_duration_seconds', durationMs / 1_000, labels)
  if (status === 429) meter.count('kbyt_rate_limit_hits_total', labels)
  const level = status >= 500 ? 'error' : 'info'
  const rounded = Math.round(durationMs * 10) / 10
  log({ level, event: 'request', requestId, endpoint, status, code, durationMs: rounded })
}
