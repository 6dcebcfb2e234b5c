import { findIncoming } from './find-incoming.js'

const loopback = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/
const localHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/
/** What proxies and tunnels add: the standard ones, `X-Forwarded-…`, and each vendor's client address. */
const forwarding =
  /^(?:forwarded|via|x-forwarded-.+|.+-(?:client-)?ip|x-original-.+|x-envoy-.+|cdn-loop|cf-ray)$/

/**
 * Whether a request began on this machine: a loopback peer, no proxy in between, and addressed to a
 * local name, so that no foreign page gets here under a name of its own (DNS rebinding).
 */
export function isFromThisMachine(request: Request, env: unknown): boolean {
  const peer = findIncoming(env)?.socket.remoteAddress ?? ''
  const hosts = [request.headers.get('host') ?? '', new URL(request.url).host]
  return (
    loopback.test(peer) &&
    hosts.every((host) => localHost.test(host)) &&
    ![...request.headers.keys()].some((name) => forwarding.test(name))
  )
}
