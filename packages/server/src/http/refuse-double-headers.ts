import { KbytError } from '@kbyt/sdk'
import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './http-env.js'

/** Headers that say one thing: two of them are two requests in one (ATTACKS 87). */
const singular = [
  'authorization',
  'content-length',
  'content-type',
  'host',
  'idempotency-key',
  'origin',
]

/** Refuses a request that carries such a header twice, joined or, where the host can tell, in the raw. */
export function refuseDoubleHeaders(
  readRawHeaders: (env: unknown) => readonly string[] = () => [],
): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    const names = readRawHeaders(context.env).filter((_text, index) => index % 2 === 0)
    const counted = new Set<string>()
    for (const name of names.map((text) => text.toLowerCase())) {
      if (counted.has(name) && singular.includes(name)) throw new KbytError('header_invalid')
      counted.add(name)
    }
    const isJoined = ['host', 'origin', 'content-length'].some((name) =>
      context.req.header(name)?.includes(','),
    )
    if (isJoined) throw new KbytError('header_invalid')
    await next()
  }
}
