import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import { type FeedEvent, readFeedEndpoint } from '../schema/feed.js'

/** Where {@link readFeed} begins. */
export interface FeedPosition {
  /** The subscriber's key, `kbyt_fk_…`. */
  readonly key: string
  /** Kept from an earlier run. @defaultValue the subscriber's registration */
  readonly after?: string | undefined
  /** How many events are looked at in one call, at most 200. @defaultValue 50 */
  readonly limit?: number | undefined
}

/** What reading the feed takes. */
export interface ReadFeedOptions extends CallOptions {
  /**
   * Told where to go on once every event up to there was taken out of the iterator: keep it, in the
   * same step as what came of the events.
   */
  readonly onProgress?: ((after: string) => void | Promise<void>) | undefined
}

/**
 * Reads the feed from where it was left to its end of now, event by event. Call it again later with
 * the last `after`; nothing is skipped, and an event that was not finished comes again.
 *
 * @throws {KbytError} `key_unknown`: the subscriber was disabled, or it is no such key; `input_invalid`:
 * `after` is another subscriber's, or too old to be read: begin without it.
 * @example
 * import { type Client } from '@kbyt/sdk'
 * import { type FeedEvent, readFeed } from '@kbyt/sdk/feed'
 *
 * async function catchUp(client: Client, key: string, keep: (event: FeedEvent) => Promise<void>) {
 *   for await (const event of readFeed(client, { key })) await keep(event)
 * }
 */
export async function* readFeed(
  client: Client,
  { key, limit, after }: FeedPosition,
  { signal, onProgress }: ReadFeedOptions = {},
): AsyncGenerator<FeedEvent, void> {
  let place = after
  for (let hasMore = true; hasMore; ) {
    const page = await call(
      client,
      readFeedEndpoint,
      { ...(place !== undefined && { after: place }), ...(limit !== undefined && { limit }) },
      { signal, token: key },
    )
    yield* page.events
    await onProgress?.(page.after)
    place = page.after
    hasMore = page.hasMore
  }
}
