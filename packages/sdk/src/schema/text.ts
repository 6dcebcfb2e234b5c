import * as z from 'zod/mini'
import { withCode } from './issue.js'

// Control, format (bidi, zero width), private use and line separators, and letters that look like nothing.
const invisible =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0\u2800\uFFFC\uFFFD]|\u034F/u
// Taller than any script writes: it covers the lines around it.
const markTower = /\p{Mn}{5,}/u

/** NFC, outer blanks off, runs of blanks made one: how every short text is stored and compared. */
export function toPlainText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

const isPlain = (text: string) => !invisible.test(text) && !markTower.test(text)

/** One line of free text, 1 to `maxLength` characters, nothing invisible (ATTACKS §3). */
export function lineSchema(maxLength: number) {
  return z.string().check(
    z.minLength(1),
    z.refine((text) => [...text.normalize('NFC')].length <= maxLength, withCode('too_long')),
    z.refine((text) => isPlain(text.normalize('NFC')), withCode('text_characters')),
    z.refine((text) => toPlainText(text) !== '', withCode('required')),
  )
}

/** A text in both languages of the product. */
export const localizedSchema = z.object({ vi: z.string(), en: z.string() })
export type Localized = z.infer<typeof localizedSchema>

/** A code of ours: lower-case words with hyphens. */
export const slugSchema = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(40))

/** A word of the wire: a slug, or a code of several words. */
const wordSchema = z.string().check(z.regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/), z.maxLength(40))

/** A word of these, which an editor offers, or one that came later. */
export type OpenWord<Word extends string> = Word | (string & Record<never, never>)

/**
 * One of these words, or one that a newer server has learned since (decision 0008): for words that a
 * reader of an answer shows or passes over, never for those it decides by.
 */
export function openWordSchema<Word extends string>(
  known: readonly Word[],
): z.ZodMiniType<OpenWord<Word>> {
  return z.union([z.enum(known), wordSchema])
}

/** A secret that fits an Authorization header (RFC 6750). */
export const tokenSchema = z.string().check(z.regex(/^[\w.~+/-]+=*$/))

/** UUID as the server makes them (version 7). */
export const idSchema = z.uuidv7()
