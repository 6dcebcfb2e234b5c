import * as z from 'zod/mini'
import { endpoint } from './endpoint.js'

/** A public P-256 key (RFC 7517). `kid` is the first 4 bytes of its RFC 7638 thumbprint, in hex, as in the QR. */
export const publicKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string().check(z.regex(/^[0-9a-f]{8}$/)),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
})
export type PublicKey = z.infer<typeof publicKeySchema>

/** 32 bytes in base64url, spare bits zero. */
const coordinateSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/))
const absent = z.optional(z.never())

/** A key as an issuer publishes it: a private or symmetric part is refused, never dropped in silence. */
const publishedKeySchema = z.object({
  ...publicKeySchema.shape,
  x: coordinateSchema,
  y: coordinateSchema,
  key_ops: z.optional(z.array(z.literal('verify')).check(z.minLength(1), z.maxLength(1))),
  d: absent,
  k: absent,
  p: absent,
  q: absent,
  dp: absent,
  dq: absent,
  qi: absent,
  oth: absent,
})

/** The public keys of an issuer (RFC 7517), each kid once; one bad key spoils the set. */
export const keySetSchema = z.object({
  keys: z.array(publishedKeySchema).check(z.refine(hasKidsOnce, 'each kid once')),
})
/** The public keys of an issuer (RFC 7517), each of them checked. */
export interface KeySet {
  keys: PublicKey[]
}

function hasKidsOnce(keys: readonly PublicKey[]): boolean {
  return new Set(keys.map(({ kid }) => kid)).size === keys.length
}

/**
 * A Token Status List (IETF draft-ietf-oauth-status-list): 2 bits per slot, zlib-deflated, base64url.
 * The status index of a code is `list` × 2^16 + slot.
 */
export const statusListSchema = z.object({
  list: z.int().check(z.gte(0), z.lte(0xffff)),
  bits: z.literal(2),
  lst: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/)),
})
export type StatusList = z.infer<typeof statusListSchema>

/**
 * What a trust bundle says, as the root key signs it: `iss` and `iat` (seconds since 1970) are those
 * of RFC 7519. Keys are checked one by one where they are used.
 */
export const trustClaimsSchema = z.object({
  iss: z.string().check(z.minLength(1)),
  iat: z.int().check(z.gte(0), z.lte(0xffff_ffff)),
  /** Grows with every bundle; a lower one than the one held is refused. */
  counter: z.int().check(z.gte(0)),
  keys: z.array(z.unknown()),
  statusLists: z.array(statusListSchema),
  /** The current policy, opaque here. */
  policy: z.optional(z.unknown()),
  /** Names of areas by their code, for showing stays and destinations. */
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type TrustClaims = z.infer<typeof trustClaimsSchema>

/** Everything a verifier without a network works from, as `verifyTrustBundle` has checked it. */
export interface TrustBundle
  extends Readonly<Pick<TrustClaims, 'counter' | 'statusLists' | 'policy' | 'areas'>> {
  readonly issuer: string
  readonly issuedAt: string
  readonly keys: readonly PublicKey[]
}

/** A trust bundle as it travels: compact JWS (RFC 7515) of the root key, typ `kbyt-bundle`. */
export const signedTrustBundleSchema = z.object({
  bundle: z.string().check(z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)),
})
export type SignedTrustBundle = z.infer<typeof signedTrustBundleSchema>

export const getTrustBundleEndpoint = endpoint({
  id: 'getTrustBundle',
  summary: 'What a verifier without a network works from, signed by the root key',
  method: 'GET',
  path: '/trust-bundle',
  input: z.object({}),
  output: signedTrustBundleSchema,
})

export const getKeySetEndpoint = endpoint({
  id: 'getKeySet',
  summary: 'The public keys that passes are signed with',
  method: 'GET',
  path: '//.well-known/jwks.json',
  input: z.object({}),
  output: keySetSchema,
})
