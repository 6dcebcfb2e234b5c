// IANA special-purpose registries: what no partner of the open Internet has.
const privateV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const

/**
 * Whether an IP address is one of the open Internet: not this machine, not a private network, not the
 * metadata service of a cloud. Of IPv6 global unicast alone, without the prefixes that wrap an IPv4.
 */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const v4 = mapped ?? address
  if (/^\d+\.\d+\.\d+\.\d+$/.test(v4)) return !privateV4.some((network) => isWithin(v4, network))
  const [first = 0, second = 0] = toGroups(address)
  if ((first & 0xe000) !== 0x2000) return false
  const isTeredo = first === 0x2001 && second < 0x200
  const isDocumentation = first === 0x2001 && second === 0xdb8
  const is6to4 = first === 0x2002
  return !isTeredo && !isDocumentation && !is6to4 && first !== 0x3fff
}

/** The first two groups of an IPv6 address; a group left out is zero. */
function toGroups(address: string): number[] {
  const [head = ''] = address.toLowerCase().split('::')
  return head.split(':').map((group) => Number.parseInt(group || '0', 16))
}

function isWithin(address: string, [network, bits]: readonly [string, number]): boolean {
  return toNumber(address) >>> (32 - bits) === toNumber(network) >>> (32 - bits)
}

const toNumber = (address: string) =>
  address.split('.').reduce((sum, part) => ((sum << 8) | Number(part)) >>> 0, 0)
