import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { declarationSchema, filedDeclarationSchema } from './declaration.js'
import { endpoint } from './endpoint.js'
import { phoneSchema } from './phone.js'
import { idSchema, lineSchema, slugSchema } from './text.js'

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
  /** The one of the received papers that this is; it waits no longer then. */
  paperId: z.optional(idSchema),
  /** A code of `config.posts`, where it was handed in at one. */
  post: z.optional(slugSchema),
  /** The declarer's, unproven. */
  phone: z.optional(phoneSchema),
  declaration: declarationSchema,
})
export type PaperDeclaration = z.infer<typeof paperDeclarationSchema>

/**
 * A declaration that an officer sends, with what its channel must carry beside it. One that the
 * declarer sends, from their own device or a post's computer, comes as it is.
 */
export const channelDeclarationSchema = z.discriminatedUnion('channel', [
  assistedDeclarationSchema,
  paperDeclarationSchema,
])
export type ChannelDeclaration = z.infer<typeof channelDeclarationSchema>

export const submitAssistedDeclarationEndpoint = endpoint({
  id: 'submitAssistedDeclaration',
  summary: 'Declare for somebody at the post, without a code',
  method: 'POST',
  path: '/declarations/assisted',
  access: 'officer',
  input: assistedDeclarationSchema,
  output: filedDeclarationSchema,
  status: 201,
  isIdempotent: true,
  errors: ['form_closed', 'audit_unavailable'],
})

export const submitPaperDeclarationEndpoint = endpoint({
  id: 'submitPaperDeclaration',
  summary: 'Enter a declaration that was made on paper',
  method: 'POST',
  path: '/declarations/paper',
  access: 'officer',
  input: paperDeclarationSchema,
  output: filedDeclarationSchema,
  status: 201,
  isIdempotent: true,
  errors: ['form_closed', 'not_found', 'paper_closed', 'audit_unavailable'],
})
