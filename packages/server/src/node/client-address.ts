import { createAddressList } from './address-list.js'
import { findIncoming } from './find-incoming.js'
import { toBareAddress } from './to-bare-address.js'

/**
 * Makes the function that says where a request came from: the peer itself, or, where the peer is a
 * proxy that is named here, the last address in X-Forwarded-For that no named proxy wrote. What
 * anybody else puts into that header counts for nothing (ATTACKS 61); a peer who hung up before they
 * were looked at has no address, and nothing they sent says one.
 *
 * @throws {TypeError} when a proxy is neither an address nor a network such as `10.0.0.0/8`.
 */
export function createClientAddress(trustedProxies: readonly string[]) {
  const isProxy = createAddressList(trustedProxies)

  return (request: Request, env: unknown): string => {
    const peer = toBareAddress(findIncoming(env)?.socket.remoteAddress ?? '')
    if (!isProxy(peer)) return peer
    const forwarded = request.headers.get('x-forwarded-for') ?? ''
    const hops = [...forwarded.split(',').map(toBareAddress), peer].filter(Boolean)
    return hops.findLast((hop, index) => index === 0 || !isProxy(hop)) ?? peer
  }
}
