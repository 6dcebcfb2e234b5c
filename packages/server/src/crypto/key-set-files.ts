import { instantSchema, publicKeySchema } from '@kbyt/sdk/schema'
import { encode } from 'jose/base64url'
import * as z from 'zod/mini'

// What lies under `.kbyt/keys/`, file by file.

const secretSchema = z.string().check(z.regex(/^[\w-]{43}$/))

const signingKeySchema = z.object({ ...publicKeySchema.shape, d: z.string() })

export const signingFileSchema = z.object({
  signingKey: signingKeySchema,
  /** Published already, so that every server knows it by the time one signs with it. */
  nextKey: z.optional(signingKeySchema),
  /** Public halves of earlier keys, kept as long as a pass signed with one may be shown. */
  olderKeys: z.array(z.object({ publicKey: publicKeySchema, keepUntil: instantSchema })),
})

/** The key that will sign trust bundles; verifiers pin its public half. */
export const rootFileSchema = z.object({ rootKey: signingKeySchema })

export const secretFileSchema = z.object({ secret: secretSchema })

const encryptionKeySchema = z.object({ id: z.string(), secret: secretSchema })

export const encryptionFileSchema = z.object({
  /** Newest first. */
  keys: z.array(encryptionKeySchema).check(z.minLength(1)),
  /** Opens already, so that every server can open by the time one seals with it. */
  nextKey: z.optional(encryptionKeySchema),
})

/** 32 random bytes, as the files spell them. */
export const makeSecret = (): string => encode(crypto.getRandomValues(new Uint8Array(32)))

/** A new encryption key; its id says when it was made and meets no other. */
export function makeEncryptionKey(nowMs: number): { id: string; secret: string } {
  const ending = encode(crypto.getRandomValues(new Uint8Array(3)))
  return { id: `${new Date(nowMs).toISOString().slice(0, 10)}_${ending}`, secret: makeSecret() }
}
