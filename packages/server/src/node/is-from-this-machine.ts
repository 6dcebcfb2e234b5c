import { findIncoming } from './find-incoming.js'

const loopback = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/
const localHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/
const forwardingHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/**
 * Whether a request began on this machine: a loopback peer, no proxy in between, and addressed to a
 * local name, so that no foreign page gets here under a name of its own (DNS rebinding).
 */
export function isFromThisMachine(request: Request, env: unknown): boolean {
  const peer = findIncoming(env)?.socket.remoteAddress ?? ''
  const host = request.headers.get('host') ?? new URL(request.url).host
  return (
    loopback.test(peer) &&
    localHost.test(host) &&
    !forwardingHeaders.some((name) => request.headers.has(name))
  )
}
