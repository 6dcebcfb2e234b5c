import {
  addSubscriberEndpoint,
  disableSubscriberEndpoint,
  findDeadLettersEndpoint,
  findSubscribersEndpoint,
  readFeedEndpoint,
  resendDeadLettersEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { FeedService } from './feed.service.js'
import type { SubscriberService } from './subscriber.service.js'

export function addFeedRoutes(
  router: Router,
  feed: FeedService,
  subscribers: SubscriberService,
): void {
  router.subscriber(readFeedEndpoint, feed.read)
  router.officer(addSubscriberEndpoint, subscribers.add)
  router.officer(findSubscribersEndpoint, (_input, call) => subscribers.find(call))
  router.officer(findDeadLettersEndpoint, subscribers.findDeadLetters)
  router.officer(resendDeadLettersEndpoint, ({ subscriberId }, call) =>
    subscribers.resendDeadLetters(subscriberId, call),
  )
  router.officer(disableSubscriberEndpoint, async ({ subscriberId }, call) => {
    await subscribers.disable(subscriberId, call)
    return {}
  })
}
