import type { AuditService } from '../audit/audit.service.js'
import type { Outside } from '../outside.js'
import type { WebhookSender } from '../ports.js'
import { createDescribeEvents } from './create-describe-events.js'
import { createFeedDelivery } from './create-feed-delivery.js'
import { createFeedService } from './feed.service.js'
import { createSubscriberService } from './subscriber.service.js'

export interface FeedServicesOptions {
  readonly outside: Outside
  readonly audit: AuditService
  readonly webhooks: WebhookSender | undefined
  readonly privateHosts: readonly string[]
}

/** The feed, its subscribers and their webhooks, tied together once. */
export function createFeedServices(options: FeedServicesOptions) {
  const { outside, audit, webhooks, privateHosts } = options
  const describeEvents = createDescribeEvents(outside)
  return {
    feed: createFeedService({ outside, audit, describeEvents }),
    subscribers: createSubscriberService({ outside, audit, privateHosts }),
    feedDelivery: createFeedDelivery({ outside, audit, describeEvents, sender: webhooks }),
  }
}
