import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { declarationSchema } from './declaration.js'
import { phoneSchema } from './phone.js'
import { lineSchema, slugSchema } from './text.js'

/** From the declarer's own device: the proven phone says who declares. */
export const selfDeclarationSchema = z.object({
  channel: z.literal('self'),
  declaration: declarationSchema,
})

/** On a post's computer: the declarer types and proves the phone; the device keeps nothing. */
export const postDeclarationSchema = z.object({
  channel: z.literal('post'),
  /** A code of `config.posts`: where the computer stands. */
  post: slugSchema,
  declaration: declarationSchema,
})

/** By an officer for somebody at the post, without a code; it ends in a printed pass. */
export const assistedDeclarationSchema = z.object({
  channel: z.literal('assisted'),
  /** A code of `config.posts`. */
  post: slugSchema,
  /** Full name of who helped. The account it was sent with is the session's, never a field. */
  assistedBy: lineSchema(100),
  /** The declarer's, unproven. */
  phone: z.optional(phoneSchema),
  declaration: declarationSchema,
})
export type AssistedDeclaration = z.infer<typeof assistedDeclarationSchema>

/** Written on paper where nothing else was possible, checked and entered later (dispatch 391, I.3). */
export const paperDeclarationSchema = z.object({
  channel: z.literal('paper'),
  /** Why on paper. */
  reason: lineSchema(200),
  /** The moment on the paper: the declaration is judged by it. */
  writtenAt: instantSchema,
  /** Full name of who checked the paper. */
  checkedBy: lineSchema(100),
  /** Full name of who typed it in. The account it was sent with is the session's, never a field. */
  enteredBy: lineSchema(100),
  /** A code of `config.posts`, where it was handed in at one. */
  post: z.optional(slugSchema),
  /** The declarer's, unproven. */
  phone: z.optional(phoneSchema),
  declaration: declarationSchema,
})
export type PaperDeclaration = z.infer<typeof paperDeclarationSchema>

/** A declaration with what its channel must carry beside it. */
export const channelDeclarationSchema = z.discriminatedUnion('channel', [
  selfDeclarationSchema,
  postDeclarationSchema,
  assistedDeclarationSchema,
  paperDeclarationSchema,
])
export type ChannelDeclaration = z.infer<typeof channelDeclarationSchema>
