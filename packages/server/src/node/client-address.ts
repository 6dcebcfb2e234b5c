import { BlockList, isIP } from 'node:net'
import { findIncoming } from './find-incoming.js'

/**
 * Makes the function that says where a request came from: the peer itself, or, where the peer is a
 * proxy that is named here, the last address in X-Forwarded-For that no named proxy wrote. What
 * anybody else puts into that header counts for nothing (ATTACKS 61); a peer who hung up before they
 * were looked at has no address, and nothing they sent says one.
 *
 * @throws {TypeError} when a proxy is neither an address nor a network such as `10.0.0.0/8`.
 */
export function createClientAddress(trustedProxies: readonly string[]) {
  const proxies = toBlockList(trustedProxies)
  const isProxy = (address: string) => {
    const version = isIP(address)
    return version !== 0 && proxies.check(address, version === 6 ? 'ipv6' : 'ipv4')
  }

  return (request: Request, env: unknown): string => {
    const peer = toBareAddress(findIncoming(env)?.socket.remoteAddress ?? '')
    if (!isProxy(peer)) return peer
    const forwarded = request.headers.get('x-forwarded-for') ?? ''
    const hops = [...forwarded.split(',').map(toBareAddress), peer].filter(Boolean)
    return hops.findLast((hop, index) => index === 0 || !isProxy(hop)) ?? peer
  }
}

function toBlockList(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const version = isIP(address)
    if (version === 0) throw new TypeError(`${entry} is neither an address nor a network`)
    const family = version === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(
      address,
      prefix === undefined ? (version === 6 ? 128 : 32) : Number(prefix),
      family,
    )
  }
  return list
}

const toBareAddress = (text: string) => text.trim().replace(/^::ffff:(?=\d+\.)/i, '')
