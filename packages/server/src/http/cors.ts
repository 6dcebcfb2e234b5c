import { KbytError } from '@kbyt/sdk'
import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './http-env.js'
import type { OriginPolicy } from './origin-policy.js'

/**
 * CORS for embedding pages. A preflight cannot name its key, so it answers for the union of all
 * allowed origins; the request itself is checked at the gate. No credentials: tokens travel in
 * Authorization. An unknown origin gets no CORS header at all (ATTACKS 103).
 */
export function cors(origins: OriginPolicy, findMethods: (path: string) => readonly string[]) {
  const middleware: MiddlewareHandler<HttpEnv> = async (context, next) => {
    const origin = context.req.header('origin')
    const isOpen = context.req.path.startsWith('/.well-known/')
    const isPreflight = context.req.header('access-control-request-method') !== undefined
    context.header('Vary', 'Origin')
    if (isOpen) context.header('Access-Control-Allow-Origin', '*')
    else if (origin && origins.isKnown(origin)) {
      context.header('Access-Control-Allow-Origin', origin)
      context.header('Access-Control-Expose-Headers', 'Retry-After')
    } else if (origin && isPreflight && context.req.method === 'OPTIONS') {
      throw new KbytError('origin_not_allowed')
    }
    if (context.req.method !== 'OPTIONS') return next()

    const methods = findMethods(context.req.path)
    if (methods.length === 0) throw new KbytError('not_found')
    if (isPreflight) {
      context.header('Access-Control-Allow-Methods', methods.join(', '))
      context.header('Access-Control-Allow-Headers', 'Authorization, Content-Type, Idempotency-Key')
      context.header('Access-Control-Max-Age', '600')
    }
    context.header('Allow', [...methods, 'OPTIONS'].join(', '))
    return context.body(null, 204)
  }
  return middleware
}
