import type { ImportSource, MediaType } from '@kbyt/sdk/schema'
import type {
  BlindIndex,
  DeviceRow,
  OfficerRow,
  OfficerSessionRow,
  SubscriberRow,
} from './store/store.js'

/** What a service learns of the request beside its input. */
export interface Call {
  readonly requestId: string
  /** The network it came from, as a blind index. */
  readonly networkIndex: BlindIndex
  /** The page's origin; absent outside browsers and for plain reads from our own pages. */
  readonly origin: string | undefined
  readonly publishableKey: string | undefined
  /** Whether it comes from whoever runs the server. */
  readonly isOperator: () => boolean
  readonly idempotency: IdempotentRequest | undefined
  /** Of the types the endpoint produces the one the caller wants most. */
  readonly mediaType: MediaType
  /** Headers to be set on the answer. */
  readonly answerHeaders: Headers
}

interface IdempotentRequest {
  readonly key: string
  /** Method, path and body: the same key with another of them is refused. */
  readonly requestHash: string
}

/** A request that carries a live citizen session. */
export interface CitizenCall extends Call {
  readonly citizen: Citizen
}

export interface Citizen {
  readonly tokenHash: string
  readonly phoneIndex: BlindIndex
  /** E.164. */
  readonly phone: string
  readonly publishableKey: string | undefined
}

/** A request of a machine whose key holds. */
export interface DeviceCall extends Call {
  readonly device: Pick<DeviceRow, 'deviceId' | 'venueCode'>
}

/** A request of a system that reads the feed. */
export interface SubscriberCall extends Call {
  readonly subscriber: SubscriberRow
}

/** A request of another declaration system, whose token it signed for one body. */
export interface SourceCall extends Call {
  readonly source: ImportSource
  /** SHA-256 of the body it signed, base64url. */
  readonly bodyDigest: string
}

/** A request of somebody who proved who they are, in whatever way the endpoint takes. */
export type ProvenCall = CitizenCall | OfficerCall | DeviceCall

/** A request that carries a live officer session. */
export interface OfficerCall extends Call {
  readonly officer: OfficerRow
  readonly session: OfficerSessionRow
}
