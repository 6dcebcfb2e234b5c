import * as z from 'zod/mini'
import { areaCodeSchema } from './address.js'
import { instantSchema } from './calendar-date.js'
import { channelSchema } from './channel.js'
import { declarationKindSchema } from './config.js'
import { filedDeclaredPersonSchema, healthSchema } from './declaration.js'
import { endpoint } from './endpoint.js'
import { withCode } from './issue.js'
import { filedJourneySchema } from './journey.js'
import { pageShape } from './page.js'
import { filedPersonSchema } from './person.js'
import { idSchema, lineSchema, openWordSchema, tokenSchema } from './text.js'

/** What the feed tells of: somebody was declared for, or such a declaration was withdrawn. */
export const feedEventTypes = [
  'declaration-filed',
  'declaration-withdrawn',
  'declaration-erased',
] as const
/** The type of an event of the feed; one of `feedEventTypes`. */
export type FeedEventType = (typeof feedEventTypes)[number]

/** What of a person a subscriber may be told, each only where its registration names it. */
export const feedFields = [
  'fullName',
  'identityDocument',
  'bornOn',
  'gender',
  'nationality',
  'phone',
  'email',
  'address',
  'health',
  'recentPlaces',
  'journey',
] as const
/** One field of {@link feedPersonSchema}; one of `feedFields`. */
export type FeedField = (typeof feedFields)[number]

/** What the feed says of a person: as much as the subscriber's registration allows. */
export const feedPersonSchema = z.partial(
  z.object({
    ...z.omit(filedPersonSchema, { insuranceNumber: true }).shape,
    health: healthSchema,
    recentPlaces: filedDeclaredPersonSchema.shape.recentPlaces,
    /** Of an entry declaration. */
    journey: filedJourneySchema,
  }),
)
export type FeedPerson = z.infer<typeof feedPersonSchema>

/** One event of the feed, about one person. A receiver keeps `eventId`: an event may come twice. */
export const feedEventSchema = z.object({
  eventId: idSchema,
  type: openWordSchema(feedEventTypes),
  occurredAt: instantSchema,
  declarationId: idSchema,
  /** The same person in every declaration. */
  personId: idSchema,
  /** These three are absent of an erased declaration: delete what you hold of it. */
  kind: z.optional(declarationKindSchema),
  channel: z.optional(channelSchema),
  declaredAt: z.optional(instantSchema),
  /** Absent from a withdrawal, and where no field is allowed. */
  person: z.optional(feedPersonSchema),
})
export type FeedEvent = z.infer<typeof feedEventSchema>

const readFeedInputSchema = z.object({
  /** The `after` of the answer before; absent: from the registration on. */
  after: pageShape.cursor,
  /** How many events to look at. @defaultValue 50 */
  limit: pageShape.limit,
})
/** Where to go on, and how many events to look at. */
export type ReadFeedInput = z.infer<typeof readFeedInputSchema>

/** A part of the feed. It may be empty although more follows: not every event is everybody's. */
export const feedPageSchema = z.object({
  events: z.array(feedEventSchema),
  /** Where to go on, now or tomorrow. */
  after: z.string(),
  hasMore: z.boolean(),
})
export type FeedPage = z.infer<typeof feedPageSchema>

export const readFeedEndpoint = endpoint({
  id: 'readFeed',
  summary: 'The events a subscriber may see, in order, after a place; audited',
  method: 'GET',
  path: '/feed',
  access: 'subscriber',
  input: readFeedInputSchema,
  output: feedPageSchema,
  errors: ['audit_unavailable'],
})

/** Whether it is the address of a server, without user and fragment; which one may be called the server judges. */
function isWebhookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, hash } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === ''
}

const newSubscriberSchema = z.object({
  /** Who reads: an organisation, for the register and the audit log. */
  name: lineSchema(100),
  /** Why it may: the agreement or the law, for the register. */
  legalBasis: lineSchema(500),
  /** Where webhooks go, over https; absent: it reads `GET /v1/feed` alone. */
  url: z.optional(
    z.string().check(z.maxLength(500), z.refine(isWebhookUrl, withCode('invalid_format'))),
  ),
  events: z.array(z.enum(feedEventTypes)).check(z.minLength(1), z.maxLength(10)),
  /** Codes of provinces, districts or wards: of people elsewhere nothing is told. Absent: everybody. */
  areas: z.optional(z.array(areaCodeSchema).check(z.minLength(1), z.maxLength(200))),
  /** What it may be told of a person beside ids; empty: nothing. */
  fields: z.array(z.enum(feedFields)).check(z.maxLength(20)),
})
/** Who shall read the feed, and what of it. */
export type NewSubscriber = z.infer<typeof newSubscriberSchema>

/** How a subscriber's webhooks stand. */
export const deliveryStateSchema = z.object({
  waiting: z.int(),
  /** Given up after three days. */
  dead: z.int(),
})

/** A national system or a partner that reads the feed. */
export const subscriberSchema = z.object({
  subscriberId: idSchema,
  name: z.string(),
  legalBasis: z.string(),
  /** Absent: no webhooks. */
  url: z.optional(z.string()),
  events: z.array(openWordSchema(feedEventTypes)),
  /** Absent: everybody. */
  areas: z.optional(z.array(z.string())),
  fields: z.array(z.string()),
  createdAt: instantSchema,
  disabledAt: z.optional(instantSchema),
  deliveries: deliveryStateSchema,
})
export type Subscriber = z.infer<typeof subscriberSchema>

/** A subscriber with its two secrets, which are shown this once. */
export const subscriberWithSecretsSchema = z.object({
  ...subscriberSchema.shape,
  /** `kbyt_fk_…`: the bearer token of `GET /v1/feed`. */
  key: tokenSchema,
  /** What webhooks to it are signed with. */
  secret: tokenSchema,
})
export type SubscriberWithSecrets = z.infer<typeof subscriberWithSecretsSchema>

const subscriberInputSchema = z.object({ subscriberId: idSchema })
/** Which subscriber. */
export type SubscriberInput = z.infer<typeof subscriberInputSchema>

export const addSubscriberEndpoint = endpoint({
  id: 'addSubscriber',
  summary: 'Let a system read the feed from now on; its secrets are shown this once; audited',
  method: 'POST',
  path: '/feed/subscribers',
  access: 'officer',
  input: newSubscriberSchema,
  output: subscriberWithSecretsSchema,
  status: 201,
  errors: ['audit_unavailable'],
})

export const findSubscribersEndpoint = endpoint({
  id: 'findSubscribers',
  summary: 'Who reads the feed, who did, and how their webhooks stand',
  method: 'GET',
  path: '/feed/subscribers',
  access: 'officer',
  input: z.object({}),
  output: z.object({ subscribers: z.array(subscriberSchema) }),
})

export const disableSubscriberEndpoint = endpoint({
  id: 'disableSubscriber',
  summary: 'End the key of a subscriber and send it nothing more; audited',
  method: 'DELETE',
  path: '/feed/subscribers/{subscriberId}',
  access: 'officer',
  input: subscriberInputSchema,
  output: z.object({}),
  status: 204,
  errors: ['not_found', 'audit_unavailable'],
})

/** A webhook that was given up: its receiver can still read the event from the feed. */
export const deadLetterSchema = z.object({
  eventId: idSchema,
  attempts: z.int(),
  /** The HTTP status, or why there was none. */
  lastOutcome: z.string(),
  diedAt: instantSchema,
})
export type DeadLetter = z.infer<typeof deadLetterSchema>

const findDeadLettersInputSchema = z.object({ ...subscriberInputSchema.shape, ...pageShape })
/** Whose, and which page. */
export type FindDeadLettersInput = z.infer<typeof findDeadLettersInputSchema>

/** A page of webhooks that were given up. */
export const deadLetterPageSchema = z.object({
  deadLetters: z.array(deadLetterSchema),
  /** Absent on the last page. */
  nextCursor: z.optional(z.string()),
})
export type DeadLetterPage = z.infer<typeof deadLetterPageSchema>

export const findDeadLettersEndpoint = endpoint({
  id: 'findDeadLetters',
  summary: 'The webhooks to a subscriber that were given up, oldest first',
  method: 'GET',
  path: '/feed/subscribers/{subscriberId}/dead-letters',
  access: 'officer',
  input: findDeadLettersInputSchema,
  output: deadLetterPageSchema,
  errors: ['not_found'],
})

export const resendDeadLettersEndpoint = endpoint({
  id: 'resendDeadLetters',
  summary: 'Try the webhooks to a subscriber that were given up again; audited',
  method: 'POST',
  path: '/feed/subscribers/{subscriberId}/resends',
  access: 'officer',
  input: subscriberInputSchema,
  output: z.object({ resent: z.int() }),
  errors: ['not_found', 'audit_unavailable'],
})
