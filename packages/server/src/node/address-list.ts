import { BlockList, isIP } from 'node:net'

/** Whether an address is one of a list. */
export type AddressList = (address: string) => boolean

/**
 * Makes a list of addresses and networks.
 *
 * @throws {TypeError} when an entry is neither an address nor a network such as `10.0.0.0/8`.
 */
export function createAddressList(entries: readonly string[]): AddressList {
  const list = new BlockList()
  for (const entry of entries) add(list, entry)
  return (address) => {
    const version = isIP(address)
    return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4')
  }
}

function add(list: BlockList, entry: string): void {
  const [address = '', prefix] = entry.split('/')
  const version = isIP(address)
  if (version === 0) throw new TypeError(`${entry} is neither an address nor a network`)
  const family = version === 6 ? 'ipv6' : 'ipv4'
  if (prefix === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(prefix), family)
}
