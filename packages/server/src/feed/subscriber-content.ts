import { feedEventTypes, feedFields } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { SubscriberRow } from '../store/store.js'
import type { Vault } from '../vault.js'

/** What a subscriber's row seals: its registration, and what its webhooks are signed with. */
const contentSchema = z.object({
  name: z.string(),
  legalBasis: z.string(),
  url: z.optional(z.string()),
  events: z.array(z.enum(feedEventTypes)),
  areas: z.optional(z.array(z.string())),
  fields: z.array(z.enum(feedFields)),
  secret: z.string(),
})
export type SubscriberContent = z.infer<typeof contentSchema>

/** Seals what {@link openSubscriber} opens. */
export function sealSubscriber(
  vault: Vault,
  subscriberId: string,
  content: SubscriberContent,
): Promise<string> {
  return vault.seal(subscriberId, content)
}

export async function openSubscriber(
  vault: Vault,
  { subscriberId, sealed }: Pick<SubscriberRow, 'subscriberId' | 'sealed'>,
): Promise<SubscriberContent> {
  return contentSchema.parse(await vault.open(subscriberId, sealed))
}
