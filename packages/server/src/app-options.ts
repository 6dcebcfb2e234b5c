import type { Signer } from '@kbyt/sdk/qr/sign'
import type { Config, Officer, OfficerRole, PublicKey } from '@kbyt/sdk/schema'
import type { ReadinessCheck } from './health/readiness.service.js'
import type { NewOfficer } from './officer/add-officer.js'
import type { OverloadOptions } from './overload/create-overload-guard.js'
import type { DisplayName } from './portal/to-shown-name.js'
import type {
  Alarm,
  AuditAnchor,
  Clock,
  EkycProvider,
  ImportSourceKeys,
  InsuranceDirectory,
  Log,
  Meter,
  OidcProvider,
  Passwords,
  Places,
  PublishableKey,
  RandomBytes,
  SmsGateway,
  Trace,
  WebhookSender,
} from './ports.js'
import type { Store } from './store/store.js'
import type { Vault } from './vault.js'

/** The outside of the backend; a host passes it in. */
export interface CreateAppOptions {
  readonly store: Store
  readonly vault: Vault
  /** Signs new passes. */
  readonly signer: Signer
  /** Signs trust bundles; verifiers pin its public half. */
  readonly root: Signer
  /** Public halves of keys that no longer sign, as long as passes of theirs are valid, or that sign next. @defaultValue [] */
  readonly olderKeys?: readonly PublicKey[]
  readonly config: Config
  readonly places: Places
  readonly sms: SmsGateway
  readonly passwords: Passwords
  /**
   * Roles that sign in with a TOTP code as well, and set it up before anything else. Who is vouched
   * for by an OpenID provider needs none here.
   *
   * @defaultValue ['administrator', 'province']
   */
  readonly totpRoles?: readonly OfficerRole[]
  /** Where officers may sign in instead of with a password. @defaultValue nowhere */
  readonly oidc?: OidcProvider
  /** Reads photos of ID cards. @defaultValue nobody: it answers `ekyc_unavailable` */
  readonly ekyc?: EkycProvider
  /** Whom to ask about insurance cards. @defaultValue nobody: a look-up answers `insurance_unavailable` */
  readonly insurance?: InsuranceDirectory
  /** Posts webhooks to subscribers of the feed. @defaultValue none are sent: they read the feed themselves */
  readonly webhooks?: WebhookSender | undefined
  /** Hosts of private networks that webhooks may go to; what sends them must know them too. @defaultValue [] */
  readonly webhookPrivateHosts?: readonly string[] | undefined
  /** The national systems whose declarations are taken in. @defaultValue [] */
  readonly importSources?: readonly ImportSourceKeys[] | undefined
  /** The portal's own origins, which need no key; a function where they are known only later. */
  readonly origins: readonly string[] | (() => readonly string[])
  /** The host that posters of venues lead to. @defaultValue that of the first own origin */
  readonly portalHost?: string | undefined
  /** How passes, my QR and results show whose they are; in full their QR is larger. @defaultValue 'initials' */
  readonly displayName?: DisplayName
  /** Keys of partners who embed from their own origins, beside those of the store. @defaultValue [] */
  readonly publishableKeys?: readonly PublishableKey[]
  /** @defaultValue the machine's clock */
  readonly clock?: Clock
  /** @defaultValue crypto.getRandomValues */
  readonly randomBytes?: RandomBytes
  /** Address of the caller; `env` is what the host hands to `fetch`. @defaultValue one network for all */
  readonly clientAddress?: (request: Request, env: unknown) => string
  /** Header names and values in turn as they came, before anything joined doubles. */
  readonly readRawHeaders?: (env: unknown) => readonly string[]
  /** Name of this writing process: no two that run at once share one. @defaultValue 'main' */
  readonly node?: string
  /** One-time codes asked for per network and hour. @defaultValue 300 */
  readonly otpRequestsPerNetworkHour?: number
  /** Declarations taken from a phone in a day. @defaultValue 200 */
  readonly declarationsPerPhoneDay?: number
  /** Days that an account is kept which nobody uses. @defaultValue 365 */
  readonly accountDormantDays?: number
  /** Days that the photos an account was verified by are kept, sealed; 90 at most. @defaultValue 0: not at all */
  readonly cardPhotoDays?: number
  /** Keeps heads of the audit log outside the store. @defaultValue they are logged only (`audit_head`) */
  readonly auditAnchor?: AuditAnchor
  /** Takes a line of log: ids and codes only. @defaultValue nothing is logged */
  readonly log?: Log
  /** Takes measures: counts and durations by code and outcome. @defaultValue nothing is measured */
  readonly meter?: Meter
  /** Takes a span around each request and each call of the store. @defaultValue nothing is traced */
  readonly trace?: Trace
  /** What `GET /metrics` answers to whoever runs the server. @defaultValue not found */
  readonly readMetrics?: () => Promise<string>
  /** Tells whoever runs the server from everybody else. @defaultValue nobody runs it */
  readonly isOperator?: (request: Request, env: unknown) => boolean
  /** What the host itself still lacks before requests should come, for `GET /readyz`. @defaultValue nothing */
  readonly findMissing?: () => readonly ReadinessCheck[]
  /** How much is taken on before newcomers are refused. */
  readonly overload?: OverloadOptions
  /** Told at once of what a person must look at; it is logged as well. */
  readonly onAlarm?: (alarm: Alarm) => void
  /**
   * For development and tests: an answer outside the contract rejects instead of leaving.
   *
   * @defaultValue false
   */
  readonly isStrict?: boolean
}

/** The backend as one fetch handler, with what a host does beside serving. */
export interface App {
  /** Answers the contract: `/v1/*`, `/.well-known/*`, health and metrics; any other path is a 404 problem. */
  fetch(request: Request, env?: unknown): Promise<Response>
  /** The same with a path or address, as `fetch` takes them: hand it to a client as its `fetch`. */
  request(input: Request | string | URL, init?: RequestInit): Promise<Response>
  /** Hands over the SMS that wait; answers once those under way are out too. */
  deliverMessages(): Promise<number>
  /** Reads the partners' keys and origins of the store again; none of them is known before. */
  refreshPartners(): Promise<void>
  /** Sends the webhooks that are due; how many were taken. */
  deliverFeed(): Promise<number>
  /** How much is under way right now, by the names Prometheus knows. */
  readGauges(): Promise<Readonly<Record<string, number>>>
  /** Deletes what is kept no longer. */
  purge(): Promise<void>
  /** @throws {TypeError} when the username is taken, or the role does not go with the areas. */
  addOfficer(officer: NewOfficer): Promise<Officer>
  /** Waits for what is under way; the store stays the host's to close. */
  close(): Promise<void>
}
