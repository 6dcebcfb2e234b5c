import { visitSubjectKinds } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { Vault } from '../vault.js'

const visitContentSchema = z.object({
  subjectKind: z.enum(visitSubjectKinds),
  /** Of a pass or a my QR. */
  displayName: z.optional(z.string()),
  /** Of a card: whoever has never declared is found by it alone. */
  cardNumber: z.optional(z.string()),
})
/** What the scanned code says of a visitor. */
export type VisitContent = z.infer<typeof visitContentSchema>

interface SealedVisit {
  readonly visitId: string
  readonly sealed: string
}

export async function openVisit(
  vault: Vault,
  { visitId, sealed }: SealedVisit,
): Promise<VisitContent> {
  return visitContentSchema.parse(await vault.open(visitId, sealed))
}
