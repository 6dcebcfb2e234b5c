import type { MediaType } from '@kbyt/sdk/schema'

/**
 * What to write an answer in: of the types an endpoint produces the one the Accept header wants most,
 * else the first. No caller is turned away for it (RFC 9110, 12.5.1 leaves that to the server).
 */
export function chooseMediaType(accept: string | null, produces: readonly MediaType[]): MediaType {
  const ranges = parseAccept(accept ?? '*/*')
  const wanted = produces.map((type) => ({ type, weight: toWeight(type, ranges) }))
  const heaviest = wanted.toSorted((a, b) => b.weight - a.weight)[0]
  return heaviest?.type ?? 'application/json'
}

interface Range {
  readonly pattern: string
  readonly weight: number
}

function parseAccept(accept: string): Range[] {
  return accept.split(',').map((part) => {
    const [pattern = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2)
    const weight = quality === undefined ? 1 : Number(quality)
    return { pattern, weight: Number.isFinite(weight) ? weight : 0 }
  })
}

/** The weight of the range that names the type most closely; 0 when none does. */
function toWeight(type: MediaType, ranges: readonly Range[]): number {
  const [group = ''] = type.split('/')
  const patterns = [type, `${group}/*`, '*/*']
  const named = patterns.map((pattern) => ranges.find((range) => range.pattern === pattern))
  return named.find((range) => range !== undefined)?.weight ?? 0
}
