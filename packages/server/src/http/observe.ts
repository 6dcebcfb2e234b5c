import type { MiddlewareHandler } from 'hono'
import { createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { HttpEnv } from './http-env.js'
import { setSecurityHeaders } from './set-security-headers.js'

/** Gives each request an id, each answer its security headers, and the log one line of ids and codes. */
export function observe({ clock, randomBytes, log }: Outside): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    const startedAt = clock.now()
    const requestId = createUuid(startedAt, randomBytes)
    context.set('requestId', requestId)
    await next()
    setSecurityHeaders(context.res, context.req.path)
    log({
      level: context.res.status >= 500 ? 'error' : 'info',
      event: 'request',
      requestId,
      // never the path: it is typed by the caller
      endpoint: context.get('endpoint')?.id ?? 'none',
      status: context.res.status,
      code: context.get('errorCode'),
      durationMs: clock.now() - startedAt,
    })
  }
}
