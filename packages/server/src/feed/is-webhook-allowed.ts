import { isPublicAddress } from './is-public-address.js'

/**
 * Whether webhooks may go to an address: over https, to a name of the open Internet. A host that the
 * operator named may lie in a private network and be called without TLS. What a name resolves to is
 * looked at again at each connection, by the sender: it can change at any time.
 */
export function isWebhookAllowed(address: string, privateHosts: readonly string[]): boolean {
  const { protocol, hostname } = new URL(address)
  if (privateHosts.includes(hostname)) return true
  const bare = hostname.replace(/^\[|\]$/g, '')
  const isAddress = bare.includes(':') || /^[\d.]+$/.test(bare)
  if (protocol !== 'https:') return false
  return isAddress ? isPublicAddress(bare) : isPublicName(bare)
}

/** Names that only a local network knows lead nowhere else. */
const isPublicName = (name: string) =>
  name.includes('.') && !/\.(?:localhost|local|internal|lan|home|arpa|onion)\.?$/i.test(name)
