import type { DeclarationKind, OfficerRole } from '@kbyt/sdk/schema'

/**
 * What the backend keeps, as named atomic operations: each method happens whole or not at all, and
 * none takes a callback, so that memory, SQLite and PostgreSQL can pass one contract suite.
 *
 * Owns: rows, uniqueness, order. Does not own: rules, clocks, cryptography. Whatever is personal
 * arrives sealed ({@link Sealed}) or as a {@link BlindIndex}. Instants are milliseconds since 1970.
 */
export interface Store {
  readonly otp: OtpStore
  readonly sessions: SessionStore
  readonly declarations: DeclarationStore
  readonly officers: OfficerStore
  readonly audit: AuditStore
  readonly sms: SmsStore
  readonly limits: LimitStore
  readonly idempotency: IdempotencyStore
  readonly keyCheck: KeyCheckStore
  /** Deletes what its class keeps no longer: spent challenges, sessions, windows, stored answers. */
  purge(nowMs: number): Promise<void>
  /** Answers when the database does. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** HMAC of a normalised value, base64url. */
export type BlindIndex = string
/** AES-GCM of a JSON value under the record's id, base64url with the key's id in front. */
export type Sealed = string

/** A one-time code that was asked for. */
export interface ChallengeRow {
  readonly challengeId: string
  readonly phoneIndex: BlindIndex
  readonly networkIndex: BlindIndex
  readonly purpose: string
  /** Host of the page that asked, or null outside browsers. */
  readonly origin: string | null
  /** The publishable key it came with, or null on our own origin. */
  readonly publishableKey: string | null
  /** {phone} of the declarer. */
  readonly sealed: Sealed
  readonly codeMac: string
  readonly codeLength: number
  readonly tries: number
  readonly sends: number
  readonly createdAt: number
  readonly expiresAt: number
  readonly resendAt: number
  readonly usedAt: number | null
}

/** Challenges and the tries on them. */
export interface OtpStore {
  /** The challenge and its message, together. */
  saveChallenge(challenge: ChallengeRow, message: MessageRow): Promise<void>
  findChallenge(challengeId: string): Promise<ChallengeRow | undefined>
  /** A new code in place of the old one and its message, if nobody did so since `fromSends` and it is unused; else false. */
  replaceCode(
    challengeId: string,
    fromSends: number,
    code: Pick<ChallengeRow, 'codeMac' | 'codeLength' | 'expiresAt' | 'resendAt'>,
    message: MessageRow,
  ): Promise<boolean>
  /**
   * Counts one try before anything is compared: of a challenge that is unused, unexpired and has
   * had fewer than `maxTries`. Undefined otherwise, and nothing is counted.
   */
  countTry(challengeId: string, maxTries: number, nowMs: number): Promise<ChallengeRow | undefined>
  /** Marks the challenge used and opens the session, once: the second caller gets false. */
  useChallenge(challengeId: string, nowMs: number, session: SessionRow): Promise<boolean>
}

/** A citizen's session. */
export interface SessionRow {
  /** SHA-256 of the token. */
  readonly tokenHash: string
  readonly phoneIndex: BlindIndex
  /** {phone} in E.164. */
  readonly sealed: Sealed
  readonly publishableKey: string | null
  readonly createdAt: number
  readonly expiresAt: number
}

/** Sessions of citizens. */
export interface SessionStore {
  findSession(tokenHash: string): Promise<SessionRow | undefined>
  endSession(tokenHash: string): Promise<void>
}

/** A declaration, without its people. */
export interface DeclarationRow {
  readonly phoneIndex: BlindIndex
  readonly declarationId: string
  readonly kind: DeclarationKind
  readonly channel: string
  readonly declaredAt: number
  readonly withdrawnAt: number | null
  /** {phone, declaration}: the declarer's phone and what was sent. */
  readonly sealed: Sealed
}

/** A person of a declaration, with the pass issued for it. */
export interface PersonRow {
  readonly phoneIndex: BlindIndex
  readonly declarationId: string
  readonly personId: string
  /** Place in the declaration's list of people, from 0. */
  readonly position: number
  readonly passId: string
  readonly statusIndex: number
  readonly issuedAt: number
  readonly validUntil: number
  /** {text, displayName} of the pass, shown again and never signed anew. */
  readonly sealed: Sealed
}

/** A declaration whole. */
export interface DeclarationWithPeople {
  readonly declaration: DeclarationRow
  readonly people: readonly PersonRow[]
}

/** How a person is recognised: by a numbered document everywhere, a child with nine zeros under its declarer alone. */
export type PersonKey =
  | { readonly by: 'document'; readonly index: BlindIndex }
  | { readonly by: 'child'; readonly phoneIndex: BlindIndex; readonly index: BlindIndex }

/** Declarations, the people in them and their passes. */
export interface DeclarationStore {
  /** The id of the person with this key; `proposedId` becomes it for a new one. */
  resolvePerson(key: PersonKey, proposedId: string): Promise<string>
  /** The person with this document, without making one. */
  findPerson(documentIndex: BlindIndex): Promise<string | undefined>
  /** Gives this process a status list of its own, numbered from 0; the same again for the same `node`. */
  claimStatusList(node: string): Promise<number>
  /** Takes slot `statusIndex` for a pass; false when it is taken. */
  claimStatusIndex(statusIndex: number, passId: string, validUntil: number): Promise<boolean>
  /** Declaration, people, look-ups and the stored answer of its Idempotency-Key, in one. */
  saveDeclaration(filed: DeclarationWithPeople, answer: IdempotentAnswer): Promise<void>
  /** Newest first. */
  findDeclarations(phoneIndex: BlindIndex, limit: number): Promise<DeclarationWithPeople[]>
  findDeclaration(
    phoneIndex: BlindIndex,
    declarationId: string,
  ): Promise<DeclarationWithPeople | undefined>
  /** Sets `withdrawnAt` unless it is set, and the answer of the Idempotency-Key; undefined when it is not there. */
  withdrawDeclaration(
    phoneIndex: BlindIndex,
    declarationId: string,
    nowMs: number,
    answer: IdempotentAnswer,
  ): Promise<DeclarationWithPeople | undefined>
  /** The newest declaration of the kind that names this person and is not withdrawn; else the newest withdrawn one. */
  findNewestOfPerson(
    personId: string,
    kind: DeclarationKind,
  ): Promise<DeclarationWithPeople | undefined>
  /** The declaration a pass was issued with. */
  findByPass(passId: string): Promise<DeclarationWithPeople | undefined>
}

/** An officer's account. */
export interface OfficerRow {
  readonly officerId: string
  /** Lower case, unique. */
  readonly username: string
  readonly displayName: string
  readonly passwordHash: string
  /** Sealed TOTP secret and the last counter accepted; null until TOTP is set up. */
  readonly totpSealed: Sealed | null
  readonly totpCounter: number | null
  readonly role: OfficerRole
  readonly areas: readonly string[]
  readonly defaultPost: string | null
  readonly defaultReason: string | null
  readonly createdAt: number
  readonly disabledAt: number | null
}

/** An officer's session; `tokenHash` is SHA-256 of the token. */
export interface OfficerSessionRow {
  readonly tokenHash: string
  readonly officerId: string
  readonly createdAt: number
  readonly lastSeenAt: number
  readonly expiresAt: number
}

/** Officers and their sessions. */
export interface OfficerStore {
  /** False when the username is taken. */
  addOfficer(officer: OfficerRow): Promise<boolean>
  findOfficer(username: string): Promise<OfficerRow | undefined>
  setPassword(officerId: string, passwordHash: string): Promise<void>
  setDefaults(officerId: string, post: string, reason: string): Promise<OfficerRow | undefined>
  /** Disables the officer and ends every session. */
  disableOfficer(officerId: string, nowMs: number): Promise<void>
  openSession(session: OfficerSessionRow): Promise<void>
  /**
   * The session with its officer as they are now, `lastSeenAt` moved to now; undefined when it is
   * unknown, past `expiresAt`, idle for over `idleMs`, or the officer is disabled.
   */
  touchSession(
    tokenHash: string,
    idleMs: number,
    nowMs: number,
  ): Promise<{ session: OfficerSessionRow; officer: OfficerRow } | undefined>
  endSession(tokenHash: string): Promise<void>
}

/** A row of the audit log, chained to the one before it. */
export interface AuditRow {
  /** One chain per writing process. */
  readonly chain: string
  /** From 1, without gaps. */
  readonly seq: number
  readonly at: number
  readonly officerId: string | null
  readonly action: string
  readonly reason: string | null
  readonly post: string | null
  /** Blind index of what was asked for. */
  readonly subjectIndex: BlindIndex | null
  readonly outcome: string
  /** {details} that are personal. */
  readonly sealed: Sealed | null
  readonly previousHash: string
  readonly hash: string
}

/** The audit log: rows are added, never changed. */
export interface AuditStore {
  findLast(chain: string): Promise<AuditRow | undefined>
  /** False when (chain, seq) is taken: look at the last one again and retry. */
  append(row: AuditRow): Promise<boolean>
  /** Rows of a chain from `fromSeq` on, in order. */
  findRows(chain: string, fromSeq: number, limit: number): Promise<AuditRow[]>
}

/** An SMS to send, sealed. */
export interface MessageRow {
  readonly messageId: string
  readonly challengeId: string | null
  readonly template: string
  /** {to, text, params}; emptied once it was handed over. */
  readonly sealed: Sealed
  readonly createdAt: number
  /** After this instant it is not worth sending. */
  readonly expiresAt: number
}

/** How far a message has come. */
export type MessageState = 'waiting' | 'sending' | 'sent' | 'failed'

/** Messages that wait for an operator. */
export interface SmsStore {
  /** Takes waiting messages for sending, oldest first, each only ever once: what is taken is not offered again. */
  claimMessages(nowMs: number, limit: number): Promise<MessageRow[]>
  /** Records the outcome and empties the sealed text. */
  finishMessage(messageId: string, state: 'sent' | 'failed', nowMs: number): Promise<void>
}

/** Counters of rate limits. */
export interface LimitStore {
  /** Adds `points` to a fixed window of `windowMs` and returns its new count. */
  hit(key: string, windowMs: number, nowMs: number, points?: number): Promise<LimitCount>
  /** The count without adding to it. */
  peek(key: string, windowMs: number, nowMs: number): Promise<LimitCount>
}

/** How many in this window, and when the next begins. */
export interface LimitCount {
  readonly count: number
  readonly resetsAt: number
}

/** One Idempotency-Key of one sender. */
export interface IdempotencyKey {
  /** Who sent it: an index of the phone or officer, never the session. */
  readonly principal: string
  readonly key: string
}

/** The answer kept for a repeat of its call. */
export interface IdempotentAnswer extends IdempotencyKey {
  readonly status: number
  /** The answer's JSON. */
  readonly sealed: Sealed
}

/** What a call that brings an Idempotency-Key has to do. */
export type Claim =
  /** It is ours: do the work, then save the answer or release it. */
  | { readonly state: 'new' }
  | { readonly state: 'running' }
  | { readonly state: 'other-body' }
  | { readonly state: 'done'; readonly status: number; readonly sealed: Sealed }

/** Idempotency-Keys with the answers they led to. */
export interface IdempotencyStore {
  /** `lockedUntil`: when a claim whose process died may be taken over. */
  claim(
    key: IdempotencyKey,
    bodyHash: string,
    nowMs: number,
    lockedUntil: number,
    expiresAt: number,
  ): Promise<Claim>
  saveAnswer(answer: IdempotentAnswer): Promise<void>
  release(key: IdempotencyKey): Promise<void>
}

/** A known text under the keys of the rows: other keys make another of it, or cannot open it. */
export interface KeyCheck {
  readonly blindIndex: BlindIndex
  readonly sealed: Sealed
}

/** Tells keys that are not those of the database. */
export interface KeyCheckStore {
  find(): Promise<KeyCheck | undefined>
  /** Keeps it, unless one is kept already: that one is answered, for good. */
  keep(check: KeyCheck): Promise<KeyCheck>
}
