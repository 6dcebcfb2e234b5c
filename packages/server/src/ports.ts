import type {
  CardReading,
  ImportSource,
  InsuredPerson,
  Province,
  ProvinceList,
  PublicKey,
} from '@kbyt/sdk/schema'

/** The outside, passed in: see `createApp`. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds from an arbitrary start that never run back, such as `performance.now()`. */
  monotonic?(): number
}

/** Unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array

/** One line of the log: ids and codes only, never a name, phone, number, code or token. */
export interface LogEvent {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly [field: string]: string | number | undefined
}
/** Where lines of the log go. */
export type Log = (event: LogEvent) => void

/** Words that tell series of one measure apart: few values each, and never anything personal. */
export type MeterLabels = Readonly<Record<string, string>>

/** Where measures go: a host passes one in that keeps them. Names as Prometheus spells them. */
export interface Meter {
  /** Adds to a counter, such as `kbyt_sms_deliveries_total`; by 1 unless told. */
  count(name: string, labels: MeterLabels, by?: number): void
  /** Adds one observation to a histogram; durations are in seconds. */
  observe(name: string, value: number, labels: MeterLabels): void
}

/** What a span says of itself: ids and codes only, as in the log. */
export type SpanAttributes = Readonly<Record<string, string | number>>

/** A span that has begun. */
export interface Span {
  describe(attributes: SpanAttributes): void
}

/** How a span begins. */
export interface SpanStart {
  readonly name: string
  /** `server`: somebody asks us. `client`: we ask the database. */
  readonly kind: 'server' | 'client'
  /** What the caller said of its own span (W3C Trace Context). */
  readonly traceparent?: string | undefined
}

/** Where spans go: a host passes one in, such as an adapter of OpenTelemetry. */
export interface Trace {
  /** Runs the work inside a span of its own, which ends, or fails, with it. */
  run<Result>(start: SpanStart, work: (span: Span) => Promise<Result>): Promise<Result>
}

/** Something a person must look at now. */
export interface Alarm {
  readonly code: 'otp_guessing' | 'otp_numbers_in_a_row' | 'sequential_look_ups' | 'totp_guessing'
  /** Whose doing it is, where it is known. */
  readonly officerId?: string
}

/** The newest row of an audit chain. */
export interface AuditHead {
  readonly chain: string
  readonly seq: number
  readonly at: number
  readonly hash: string
}

/** Keeps heads of the audit log where whoever writes the database cannot: a file, another machine. */
export interface AuditAnchor {
  /** Rejects when the head cannot be kept: then the answer it records does not leave. */
  keep(head: AuditHead): Promise<void>
}

/** What binds the way back from the OpenID provider to the way there. */
export interface OidcChecks {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** Who the provider says somebody is. */
export interface OidcClaims {
  readonly subject: string
  /** The claim that may name an account, where the host believes one. */
  readonly loginName?: string
}

/** An OpenID provider that officers sign in at; made by the host. */
export interface OidcProvider {
  readonly issuer: string
  /** Where to send the browser. Rejects with `oidc_unavailable`. */
  start(checks: OidcChecks): Promise<URL>
  /** What the browser came back with, proven. Rejects with `oidc_unavailable` or `oidc_refused`. */
  finish(parameters: URLSearchParams, checks: OidcChecks): Promise<OidcClaims>
}

/** Where administrative units come from; undefined for a version or province that does not exist. */
export interface Places {
  findProvinces(version: string): Promise<ProvinceList | undefined>
  findProvince(version: string, code: string): Promise<Province | undefined>
}

/** Finds texts in a photo; none for a photo without. */
export type ReadPhoto = (
  photo: Uint8Array,
  options: { readonly signal: AbortSignal },
) => Promise<readonly string[]>

/** Photos of an ID card and of its holder's face. */
export interface EkycPhotos {
  readonly card: Uint8Array
  readonly selfie?: Uint8Array
}

/** What a provider found in them; `document` is absent when the card cannot be read. */
export interface EkycReading {
  readonly document: CardReading | undefined
  readonly face: 'match' | 'no-match' | 'not-checked'
}

/** Reads ID cards, and compares faces where it can. What it is given it does not keep. */
export interface EkycProvider {
  readonly name: string
  /** Rejects when it cannot be asked. */
  read(photos: EkycPhotos, options: { readonly signal: AbortSignal }): Promise<EkycReading>
}

/** Asks the insurer who holds a card. */
export interface InsuranceDirectory {
  readonly name: string
  /** Undefined for a card nobody holds; rejects when the insurer does not answer. */
  find(
    card: { readonly cardNumber: string; readonly bhxhNumber: string },
    options: { readonly signal: AbortSignal },
  ): Promise<InsuredPerson | undefined>
}

/** A message to one phone, by template and as text. */
export interface SmsMessage {
  readonly messageId: string
  /** E.164. */
  readonly to: string
  readonly template: string
  readonly params: Readonly<Record<string, string>>
  /** The whole text without diacritics, for gateways that take text. */
  readonly text: string
}

/**
 * Hands a message to an operator. Asked once per message: a gateway that times out is not asked again,
 * only one that rejects with an {@link SmsFailure} of `unsent`.
 */
export interface SmsGateway {
  /** A word for logs and measures. */
  readonly name: string
  /** Whether the registered template may end in the WebOTP line `@host #code`. */
  readonly isWebOtpAllowed: boolean
  /** The registered wording with `{code}` in it. @defaultValue the one of {@link toSmsText} */
  readonly wording?: string | undefined
  /**
   * Resolves once the operator has taken the message.
   *
   * @throws {SmsFailure} saying what is known; any other error counts as `unknown`.
   */
  send(message: SmsMessage): Promise<void>
  /** Ends connections. */
  close?(): Promise<void>
}

/** Slow password hashes (argon2id), made by the host. */
export interface Passwords {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}

/** A partner's key with the origins it may be used from. */
export interface PublishableKey {
  readonly key: string
  readonly origins: readonly string[]
}

/** One webhook on its way. */
export interface WebhookRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** For all of it. */
  readonly timeoutMs: number
}

/** What became of a webhook: the receiver's HTTP status, or why there is none. */
export type WebhookAnswer =
  | { readonly status: number }
  | { readonly failure: 'timed-out' | 'unreachable' | 'address-refused' }

/**
 * Posts webhooks. It follows no redirect, reads no answer but the status, and connects to no address
 * of a private network unless the operator named the host: a subscriber must not reach what lies
 * behind this server.
 */
export interface WebhookSender {
  post(request: WebhookRequest): Promise<WebhookAnswer>
}

/** A national system that declarations come in from, with the keys it signs them with. */
export interface ImportSourceKeys {
  readonly source: ImportSource
  readonly keys: readonly PublicKey[]
}
