import { KbytError } from '@kbyt/sdk'
import { type ImportSource, importSources, importWindowMs } from '@kbyt/sdk/schema'
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import * as z from 'zod/mini'
import type { Outside } from '../outside.js'
import type { ImportSourceKeys } from '../ports.js'

const headerSchema = z.object({
  alg: z.literal('ES256'),
  typ: z.literal('kbyt-import'),
  kid: z.string(),
  crit: z.optional(z.never()),
})
const claimsSchema = z.object({
  iss: z.enum(importSources),
  aud: z.string(),
  /** Seconds since 1970. */
  iat: z.int(),
  /** SHA-256 of the body, base64url. */
  digest: z.string().check(z.regex(/^[\w-]{43}$/)),
})

/** Who sends an import, and what body. */
interface ProvenSource {
  readonly source: ImportSource
  readonly bodyDigest: string
}

/**
 * Who signed an import, proven before its body is read.
 *
 * @throws {KbytError} `key_unknown` for a key no source has, `import_forged`, `import_stale`.
 */
export type VerifyImportToken = (token: string) => Promise<ProvenSource>

export function createVerifyImportToken(
  { clock, config }: Outside,
  sources: readonly ImportSourceKeys[],
): VerifyImportToken {
  const findKey = (kid: string) =>
    sources
      .flatMap(({ source, keys }) => keys.map((key) => ({ source, key })))
      .find(({ key }) => key.kid === kid)

  return async (token) => {
    const header = headerSchema.safeParse(readHeader(token))
    const known = header.success ? findKey(header.data.kid) : undefined
    if (!known) throw new KbytError('key_unknown')
    const claims = claimsSchema.safeParse(await readClaims(token, known.key))
    const isOurs =
      claims.success && claims.data.iss === known.source && claims.data.aud === config.issuer
    if (!isOurs) throw new KbytError('import_forged')
    const { iat, digest } = claims.data
    if (Math.abs(clock.now() - iat * 1_000) > importWindowMs) throw new KbytError('import_stale')
    return { source: known.source, bodyDigest: digest }
  }
}

function readHeader(token: string): unknown {
  try {
    return decodeProtectedHeader(token)
  } catch {
    return undefined
  }
}

async function readClaims(token: string, jwk: ImportSourceKeys['keys'][number]): Promise<unknown> {
  try {
    const key = await importJWK({ ...jwk }, 'ES256')
    const { payload } = await compactVerify(token, key, { algorithms: ['ES256'] })
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
  } catch (cause) {
    throw new KbytError('import_forged', { cause })
  }
}
