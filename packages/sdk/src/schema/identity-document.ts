import * as z from 'zod/mini'
import { withCode } from './issue.js'

/** Dispatch 391, I.4.b: a child without papers enters nine zeros. Never unique, never searched by. */
export const childPlaceholder = '000000000'

/**
 * CCCD (12 digits), CMND (9 or 12), passport, social insurance number (10), or a child without
 * papers.
 */
export const documentTypes = ['cccd', 'cmnd', 'passport', 'bhxh', 'child'] as const
/** Which document; one of `documentTypes`. */
export type DocumentType = (typeof documentTypes)[number]

// shared/domain/id-formats.json; a passport is a foreign one too, which is why it is wider than a Vietnamese one.
const formats: Record<DocumentType, RegExp> = {
  cccd: /^\d{12}$/,
  cmnd: /^(?:\d{9}|\d{12})$/,
  passport: /^(?=.*\d)[A-Z0-9]{5,12}$/,
  bhxh: /^\d{10}$/,
  child: /^0{9}$/,
}

/** How a number is stored and compared: no blanks or dots, upper case. */
export function toDocumentNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s.-]/g, '')
    .toUpperCase()
}

/** An identity document: its type and its number, in any spelling. */
export const identityDocumentSchema = z
  .object({
    type: z.enum(documentTypes),
    number: z.string().check(z.minLength(1), z.maxLength(40)),
  })
  .check(
    z.refine(({ type, number }) => formats[type].test(toDocumentNumber(number)), {
      ...withCode('document_format'),
      path: ['number'],
    }),
    z.refine(
      ({ type, number }) => type === 'child' || !/^(\d)\1+$/.test(toDocumentNumber(number)),
      { ...withCode('document_repeated_digit'), path: ['number'] },
    ),
  )
export type IdentityDocument = z.infer<typeof identityDocumentSchema>

/**
 * What a document is told from others by: two with one key are one person's. A CMND of 12 digits has the
 * number its CCCD keeps.
 */
export function toDocumentKey({ type, number }: IdentityDocument): string {
  const plain = toDocumentNumber(number)
  return `${type === 'cmnd' && plain.length === 12 ? 'cccd' : type} ${plain}`
}

/**
 * The document a typed number is, by its form alone: nine zeros are a child, 12 digits a CCCD, 9 a
 * CMND, 10 a social insurance number, letters and digits a passport.
 */
export function toIdentityDocument(text: string): IdentityDocument | undefined {
  const number = toDocumentNumber(text)
  const order: DocumentType[] = ['child', 'cccd', 'cmnd', 'bhxh', 'passport']
  const type = order.find((each) => formats[each].test(number))
  return type && { type, number }
}

/** All but the last three characters hidden, for lists of candidates. */
export function maskNumber(number: string): string {
  return number.replace(/.(?=.{3})/g, '•')
}
