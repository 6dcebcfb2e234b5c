export type {
  DeadLetter,
  DeadLetterPage,
  FeedEvent,
  FeedEventType,
  FeedField,
  FeedPage,
  FeedPerson,
  FindDeadLettersInput,
  NewSubscriber,
  Subscriber,
  SubscriberInput,
  SubscriberWithSecrets,
} from '../schema/feed.js'
export type {
  ImportedDeclaration,
  ImportFault,
  ImportReceipt,
  ImportResult,
  ImportSource,
} from '../schema/import.js'
export { addSubscriber } from './add-subscriber.js'
export { disableSubscriber } from './disable-subscriber.js'
export { findDeadLetters } from './find-dead-letters.js'
export { findSubscribers } from './find-subscribers.js'
export { type ImportInput, type ImportKey, importDeclarations } from './import-declarations.js'
export { type FeedPosition, type ReadFeedOptions, readFeed } from './read-feed.js'
export { resendDeadLetters } from './resend-dead-letters.js'
export { type VerifyWebhookOptions, verifyWebhook } from './verify-webhook.js'
