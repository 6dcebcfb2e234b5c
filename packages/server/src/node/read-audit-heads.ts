import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import * as z from 'zod/mini'
import type { AuditHeads } from '../audit/check-audit.js'

const headSchema = z.object({
  chain: z.string(),
  seq: z.int().check(z.minimum(1)),
  hash: z.string(),
  isCut: z.optional(z.boolean()),
})

/** A chain while its lines are read. */
interface ReadChain {
  readonly heads: Map<number, string>
  readonly cuts: Set<number>
}

/**
 * Reads files of heads and cuts together. What stands first counts: whoever appends another head for a
 * row that has one changes nothing.
 *
 * @throws {Error} naming the file and the line that is no head. What a crash cut short stands last, or
 * before the blank line of the next opening, and is passed over.
 */
export async function readAuditHeads(files: readonly string[]): Promise<AuditHeads> {
  const chains = new Map<string, ReadChain>()
  for (const file of files) {
    let number = 0
    let isCutShort = false
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (isCutShort && line !== '') throw new Error(`${file}: line ${number} is no head`)
      number += 1
      const head = line === '' ? undefined : parseHead(line)
      isCutShort = line !== '' && head === undefined
      if (head) keepFirst(chains, head)
    }
  }
  return chains
}

function parseHead(line: string): z.infer<typeof headSchema> | undefined {
  try {
    return headSchema.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

function keepFirst(
  chains: Map<string, ReadChain>,
  { chain, seq, hash, isCut }: z.infer<typeof headSchema>,
): void {
  const { heads, cuts } = chains.get(chain) ?? { heads: new Map(), cuts: new Set() }
  chains.set(chain, { heads, cuts })
  if (!heads.has(seq)) heads.set(seq, hash)
  if (isCut) cuts.add(seq)
}
