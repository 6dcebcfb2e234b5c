import * as z from 'zod/mini'

/** What a writing process says, one JSON a line: what it is about to ask, and what it was answered. */
export const lineSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('ready') }),
  z.object({
    step: z.literal('begun'),
    key: z.string(),
    headers: z.record(z.string(), z.string()),
    declaration: z.unknown(),
  }),
  z.object({ step: z.literal('kept'), key: z.string(), answer: z.unknown() }),
  z.object({ step: z.literal('inspected'), node: z.string() }),
])
export type Line = z.infer<typeof lineSchema>
