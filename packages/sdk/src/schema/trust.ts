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

export const keySetSchema = z.object({ keys: z.array(publicKeySchema) })
export type KeySet = z.infer<typeof keySetSchema>

export const getKeySetEndpoint = endpoint({
  id: 'getKeySet',
  summary: 'The public keys that passes are signed with',
  method: 'GET',
  path: '//.well-known/jwks.json',
  input: z.object({}),
  output: keySetSchema,
})
