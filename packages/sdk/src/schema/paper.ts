import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { declarationKindSchema } from './config.js'
import { endpoint } from './endpoint.js'
import { pageShape } from './page.js'
import { idSchema, lineSchema, openWordSchema, slugSchema } from './text.js'

/** A paper waits until it is entered, or set aside for a reason. */
export const paperStates = ['waiting', 'entered', 'set-aside'] as const
/** How a paper stands; one of `paperStates`. */
export const paperStateSchema = z.enum(paperStates)
export type PaperState = z.infer<typeof paperStateSchema>

/** A declaration on paper that somebody handed in and nobody has entered yet (dispatch 391, I.3). */
export const newPaperSchema = z.object({
  kind: declarationKindSchema,
  /** A code of `config.posts`, where it was handed in at one. */
  post: z.optional(slugSchema),
  /** What finds the paper in the pile: its number, or whose it is. */
  note: lineSchema(200),
})
export type NewPaper = z.infer<typeof newPaperSchema>

/** A paper in the list of those received. */
export const paperSchema = z.object({
  paperId: idSchema,
  ...newPaperSchema.shape,
  note: z.string(),
  state: openWordSchema(paperStates),
  receivedAt: instantSchema,
  /** The officer who took it. */
  receivedBy: idSchema,
  /** When it was entered or set aside. */
  closedAt: z.optional(instantSchema),
  /** What it became. */
  declarationId: z.optional(idSchema),
})
export type Paper = z.infer<typeof paperSchema>

/** Which papers to list. */
export const findPapersInputSchema = z.object({
  ...pageShape,
  /** @defaultValue 'waiting' */
  state: z.optional(paperStateSchema),
  post: z.optional(slugSchema),
})
export type FindPapersInput = z.infer<typeof findPapersInputSchema>

/** One page of papers, the longest waiting first. */
export const paperListSchema = z.object({
  papers: z.array(paperSchema),
  nextCursor: z.optional(z.string()),
})
export type PaperList = z.infer<typeof paperListSchema>

export const receivePaperEndpoint = endpoint({
  id: 'receivePaper',
  summary: 'Note that a declaration on paper was handed in',
  method: 'POST',
  path: '/papers',
  access: 'officer',
  input: newPaperSchema,
  output: paperSchema,
  status: 201,
  isIdempotent: true,
  errors: ['audit_unavailable'],
})

export const findPapersEndpoint = endpoint({
  id: 'findPapers',
  summary: 'Papers received but not entered, the longest waiting first',
  method: 'GET',
  path: '/papers',
  access: 'officer',
  input: findPapersInputSchema,
  output: paperListSchema,
  errors: ['audit_unavailable'],
})

export const setPaperAsideEndpoint = endpoint({
  id: 'setPaperAside',
  summary: 'Close a paper that cannot be entered, and say why',
  method: 'POST',
  path: '/papers/{paperId}/set-aside',
  access: 'officer',
  input: z.object({ paperId: idSchema, reason: lineSchema(200) }),
  output: paperSchema,
  isIdempotent: true,
  errors: ['not_found', 'paper_closed', 'audit_unavailable'],
})
