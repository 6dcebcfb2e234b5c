import * as z from 'zod/mini'

/** What a list takes beside its filters: where to go on, and how many at once. */
export const pageShape = {
  /** The `nextCursor` of the page before. */
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  /** @defaultValue 50 */
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200))),
}

const pageSchema = z.object(pageShape)
/** Which page of a list. */
export type Page = z.infer<typeof pageSchema>

/** How many items a page has where nothing is asked for. */
export const defaultPageLimit = 50
