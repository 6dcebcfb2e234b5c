import { defaultPageLimit, type FeedPage } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { AuditService } from '../audit/audit.service.js'
import type { SubscriberCall } from '../call.js'
import type { Outside } from '../outside.js'
import { openCursor } from '../paging/open-cursor.js'
import { sealCursor } from '../paging/seal-cursor.js'
import type { DescribedEvent, DescribeEvents } from './create-describe-events.js'
import { numberEvents } from './number-events.js'
import { openSubscriber } from './subscriber-content.js'

const placeSchema = z.object({ position: z.number() })

interface ReadInput {
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** Owns: what a subscriber reads of the feed by itself, to catch up or instead of webhooks. */
export interface FeedService {
  /** @throws {KbytError} `input_invalid` for a place that was edited or is another's, `audit_unavailable`. */
  read(input: ReadInput, call: SubscriberCall): Promise<FeedPage>
}

export interface FeedServiceOptions {
  readonly outside: Outside
  readonly audit: AuditService
  readonly describeEvents: DescribeEvents
}

export function createFeedService(options: FeedServiceOptions): FeedService {
  const { outside, audit, describeEvents } = options
  const { store, vault } = outside

  async function record(subscriberId: string, told: readonly DescribedEvent[]): Promise<void> {
    const [first] = told
    const last = told.at(-1)
    if (!first || !last) return
    await audit.append({
      officerId: null,
      action: 'feed read',
      reason: null,
      post: null,
      subjectIndex: await vault.index('subject', subscriberId),
      outcome: 'told',
      details: { subscriberId, from: first.row.position, to: last.row.position },
    })
  }

  return {
    async read({ after, limit = defaultPageLimit }, { subscriber }) {
      const { subscriberId, fromPosition } = subscriber
      const list = `feed ${subscriberId}`
      const place = await openCursor(vault, list, placeSchema, after)
      const from = place?.position ?? fromPosition
      await numberEvents(store)
      const found = await store.feed.findEvents(from, limit + 1)
      const page = found.slice(0, limit)
      const told = await describeEvents(page, await openSubscriber(vault, subscriber))
      await record(subscriberId, told)
      const position = page.at(-1)?.position ?? from
      return {
        events: told.map(({ event }) => event),
        after: await sealCursor(vault, list, { position }),
        hasMore: found.length > limit,
      }
    },
  }
}
