import { isIP } from 'node:net'
import * as z from 'zod/mini'

// What one setting may be, as text: the environment has no other values.

const split = (text: string, sign: string) => text.split(sign).flatMap((part) => part.trim() || [])

export const textSchema = z.string().check(z.minLength(1))

export const listSchema = z.pipe(
  z.string(),
  z.transform((text) => split(text, ',')),
)

/** A whole number within bounds. */
export const numberSchema = (minimum: number, maximum: number) =>
  z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number)),
    z.int().check(z.minimum(minimum), z.maximum(maximum)),
  )

export const originSchema = z
  .string()
  .check(z.refine((text) => URL.canParse(text) && new URL(text).origin === text))

/** An address or a network such as `10.0.0.0/8`. */
export const networkSchema = z.string().check(z.refine(isNetwork))

function isNetwork(text: string): boolean {
  const [address = '', prefix = '0', ...more] = text.split('/')
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits
}

/** A host without its port, as an address of the web spells it. */
export const hostSchema = z
  .string()
  .check(
    z.refine(
      (text) => URL.canParse(`http://${text}`) && new URL(`http://${text}`).hostname === text,
    ),
  )

/** Nobody guesses it, and it stands in a header as it is. */
export const tokenSchema = z.string().check(z.regex(/^[\w.~-]{20,200}$/))

const keySchema = z.object({
  key: z.string().check(z.regex(/^kbyt_pk_[\w-]+$/)),
  origins: z.array(originSchema).check(z.minLength(1)),
})

export const keysSchema = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) => split(text, ';').map(toKey)),
  ),
  z.array(keySchema),
)

function toKey(text: string) {
  const [key = '', origins = ''] = split(text, '=')
  return { key, origins: split(origins, ',') }
}
