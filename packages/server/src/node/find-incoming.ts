import { IncomingMessage } from 'node:http'

/** The request as Node got it, where @hono/node-server hands it over in its environment. */
export function findIncoming(env: unknown): IncomingMessage | undefined {
  if (typeof env !== 'object' || env === null) return undefined
  const incoming: unknown = Reflect.get(env, 'incoming')
  return incoming instanceof IncomingMessage ? incoming : undefined
}
