import { isLoopback } from './is-loopback.js'

const privateNetworks = [
  /^10\./,
  /^192\.168\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^f[cd][\da-f]{2}:/i,
]

/** Whether a host is this machine or an address of a private network, such as a VPN; names are not. */
export function isPrivateHost(host: string): boolean {
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':')
  if (host === '::1' || isLoopback(host)) return true
  return isAddress && privateNetworks.some((network) => network.test(host))
}
