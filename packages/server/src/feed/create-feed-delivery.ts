import type { AuditService } from '../audit/audit.service.js'
import type { Outside } from '../outside.js'
import type { WebhookSender } from '../ports.js'
import type { ClaimedDelivery } from '../store/store.js'
import type { DescribeEvents } from './create-describe-events.js'
import { numberEvents } from './number-events.js'
import { type OpenedSubscriber, planDeliveries } from './plan-deliveries.js'
import { signWebhook } from './sign-webhook.js'
import { openSubscriber } from './subscriber-content.js'
import { toWebhookDelayMs } from './to-webhook-delay-ms.js'

const timeoutMs = 10_000
/** Longer than a try can take: only a process that died leaves it for another. */
const leaseMs = 60_000
/** How many webhooks go to one subscriber at a time. */
const batch = 8

/**
 * Owns: webhooks from their place in the feed to their receiver, at least once, of each person in
 * order, never from two processes at once. Does not own: when it runs; a host ticks it.
 */
export interface FeedDelivery {
  /** Sends what is due; how many were taken by their receivers. */
  deliver(): Promise<number>
  /** Awaits what is under way and begins nothing more. */
  close(): Promise<void>
}

export interface FeedDeliveryOptions {
  readonly outside: Outside
  readonly audit: AuditService
  readonly describeEvents: DescribeEvents
  readonly sender: WebhookSender | undefined
}

export function createFeedDelivery(options: FeedDeliveryOptions): FeedDelivery {
  const { outside, audit, describeEvents, sender } = options
  const { store, vault, clock, randomBytes, log, meter } = outside
  let isClosed = false
  let running: Promise<number> | undefined

  /** What cannot be recorded is not told: its lease ends, and it is tried again. */
  async function record(subscriberId: string, claimed: readonly ClaimedDelivery[]): Promise<void> {
    if (claimed.length === 0) return
    await audit.append({
      officerId: null,
      action: 'feed send',
      reason: null,
      post: null,
      subjectIndex: await vault.index('subject', subscriberId),
      outcome: `told ${claimed.length}`,
      details: {
        subscriberId,
        events: claimed.map(({ event: { eventId, personId } }) => ({ eventId, personId })),
      },
    })
  }

  async function post(url: string, body: string, eventId: string, secret: string) {
    const headers = {
      'content-type': 'application/json',
      'kbyt-event-id': eventId,
      'kbyt-signature': await signWebhook(secret, body, clock.now()),
    }
    const answer = await sender?.post({ url, headers, body, timeoutMs }).catch(() => undefined)
    if (!answer) return 'unreachable'
    return 'status' in answer ? String(answer.status) : answer.failure
  }

  /** Whether the receiver took it, or there is nothing to take any more. */
  async function carry(
    { delivery, event }: ClaimedDelivery,
    { content }: OpenedSubscriber,
  ): Promise<boolean> {
    const { subscriberId, eventId, attempts } = delivery
    const [told] = await describeEvents([event], content)
    const body = told && JSON.stringify(told.event)
    const outcome =
      body === undefined || content.url === undefined
        ? 'erased'
        : await post(content.url, body, eventId, content.secret)
    meter.count('kbyt_webhook_tries_total', { outcome: toWord(outcome) })
    if (isTaken(outcome)) return store.feed.finishDelivery(delivery, outcome, clock.now())
    const dueAt = clock.now() + toWebhookDelayMs(attempts, randomBytes)
    log({ level: 'warn', event: 'webhook_failed', subscriberId, eventId, outcome, attempts })
    await store.feed.postponeDelivery(delivery, outcome, dueAt)
    return false
  }

  /** Goes on while the receiver takes what it is sent: one that is down gets one batch a tick. */
  async function deliverTo(subscriber: OpenedSubscriber): Promise<number> {
    const { subscriberId } = subscriber.row
    await planDeliveries(store, describeEvents, subscriber, clock.now())
    let taken = 0
    while (!isClosed) {
      const nowMs = clock.now()
      const claimed = await store.feed.claimDeliveries(subscriberId, nowMs, nowMs + leaseMs, batch)
      await record(subscriberId, claimed)
      const results = await Promise.all(claimed.map((each) => carry(each, subscriber)))
      const count = results.filter(Boolean).length
      taken += count
      if (count < results.length || results.length === 0) break
    }
    return taken
  }

  async function findReceivers(): Promise<OpenedSubscriber[]> {
    const rows = await store.feed.findSubscribers()
    const live = rows.filter(({ disabledAt }) => disabledAt === null)
    const opened = await Promise.all(
      live.map(async (row) => ({ row, content: await openSubscriber(vault, row) })),
    )
    return opened.filter(({ content }) => content.url !== undefined)
  }

  async function run(): Promise<number> {
    const died = await store.feed.closeDeliveries(clock.now())
    if (died > 0) log({ level: 'error', event: 'webhooks_dead', count: died })
    const receivers = await findReceivers()
    if (receivers.length > 0) await numberEvents(store)
    const counts = receivers.map((each) =>
      deliverTo(each).catch(() => {
        const { subscriberId } = each.row
        log({ level: 'error', event: 'webhook_delivery_failed', subscriberId })
        return 0
      }),
    )
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  }

  return {
    deliver() {
      if (isClosed || !sender) return Promise.resolve(0)
      running ??= run().finally(() => {
        running = undefined
      })
      return running
    },

    async close() {
      isClosed = true
      await running?.catch(() => {})
    },
  }
}

const isTaken = (outcome: string) => outcome === 'erased' || /^2\d\d$/.test(outcome)

/** For measures: the class of a status. */
const toWord = (outcome: string) => (/^\d/.test(outcome) ? `${outcome.slice(0, 1)}xx` : outcome)
