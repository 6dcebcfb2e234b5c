import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './http-env.js'

/** Looks at the peer before anything is awaited: whoever hangs up meanwhile has no address left. */
export function rememberAddress(
  clientAddress: (request: Request, env: unknown) => string,
): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    context.set('address', clientAddress(context.req.raw, context.env))
    await next()
  }
}
