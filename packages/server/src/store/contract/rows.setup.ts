import type {
  AuditRow,
  ChallengeRow,
  Consequences,
  DeclarationWithPeople,
  IdempotentAnswer,
  MessageRow,
  OfficerRow,
  OfficerSessionRow,
  SessionRow,
  Store,
} from '../store.js'

/** The instant the contract's stories begin at. */
export const start = Date.UTC(2021, 2, 3, 1)
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

let counter = 0
/** A text no other test and no other process uses; later ones sort after earlier ones. */
export const unique = (prefix: string) =>
  `${prefix}-${process.pid}-${String(++counter).padStart(8, '0')}`

export function makeChallenge(changes: Partial<ChallengeRow> = {}): ChallengeRow {
  return {
    challengeId: unique('challenge'),
    phoneIndex: unique('phone'),
    networkIndex: 'network',
    purpose: 'declaration',
    origin: null,
    publishableKey: null,
    sealed: 'k1.c2VhbGVk',
    codeMac: 'mac-1',
    codeLength: 6,
    tries: 0,
    sends: 1,
    createdAt: start,
    expiresAt: start + 5 * minute,
    resendAt: start + minute,
    usedAt: null,
    ...changes,
  }
}

export function makeMessage(changes: Partial<MessageRow> = {}): MessageRow {
  return {
    messageId: unique('message'),
    challengeId: null,
    template: 'otp',
    sealed: 'k1.bWVzc2FnZQ',
    createdAt: start,
    expiresAt: start + 5 * minute,
    ...changes,
  }
}

export function makeSession(changes: Partial<SessionRow> = {}): SessionRow {
  return {
    tokenHash: unique('token'),
    phoneIndex: unique('phone'),
    sealed: 'k1.cGhvbmU',
    publishableKey: 'kbyt_pk_test',
    createdAt: start,
    expiresAt: start + 30 * minute,
    ...changes,
  }
}

export interface DeclarationFacts {
  readonly phoneIndex: string
  readonly people: readonly string[]
  readonly declaredAt?: number
  readonly kind?: 'domestic' | 'entry'
}

export function makeDeclaration(facts: DeclarationFacts): DeclarationWithPeople {
  const { phoneIndex, declaredAt = start, kind = 'domestic' } = facts
  const declarationId = unique('declaration')
  const people = facts.people.map((personId, position) => ({
    phoneIndex,
    declarationId,
    personId,
    position,
    passId: unique('pass'),
    statusIndex: position,
    issuedAt: declaredAt,
    validUntil: declaredAt + 7 * day,
    sealed: `k1.${personId}`,
  }))
  const declaration = { phoneIndex, declarationId, kind, channel: 'self', declaredAt }
  return { declaration: { ...declaration, withdrawnAt: null, sealed: 'k1.ZGVjbGFyZWQ' }, people }
}

/** Claims a new Idempotency-Key and returns the answer to keep under it. */
export async function claimAnswer(store: Store): Promise<IdempotentAnswer> {
  const key = { principal: unique('principal'), key: unique('key') }
  await store.idempotency.claim(key, 'body', start, start + minute, start + day)
  return { ...key, status: 201, sealed: 'k1.YW5zd2Vy' }
}

/** Saves a challenge with its message, as a call for a code does. */
export async function saveChallenge(
  store: Store,
  challenge: ChallengeRow,
  message: MessageRow,
): Promise<void> {
  await store.otp.saveChallenge(challenge, message, await claimAnswer(store))
}

export const noConsequences: Consequences = {
  arrivals: [],
  screenings: [],
  events: [],
  known: [],
}

export async function fileDeclaration(
  store: Store,
  facts: DeclarationFacts,
): Promise<DeclarationWithPeople> {
  const filed = makeDeclaration(facts)
  await store.declarations.saveDeclaration(filed, await claimAnswer(store), noConsequences)
  return filed
}

export function makeOfficer(changes: Partial<OfficerRow> = {}): OfficerRow {
  return {
    officerId: unique('officer'),
    username: unique('username'),
    displayName: 'Trạm Phú Bài',
    passwordHash: '$argon2id$…',
    setupHash: null,
    setupExpiresAt: null,
    totpSealed: null,
    totpCounter: null,
    oidcIssuer: null,
    oidcSubject: null,
    role: 'checkpoint',
    areas: ['46'],
    venueCode: null,
    defaultPost: null,
    defaultReason: null,
    defaultDirection: null,
    defaultTab: null,
    createdAt: start,
    disabledAt: null,
    sessionEpoch: 0,
    ...changes,
  }
}

export function makeOfficerSession(
  officerId: string,
  changes: Partial<OfficerSessionRow> = {},
): OfficerSessionRow {
  return {
    tokenHash: unique('officer-token'),
    officerId,
    createdAt: start,
    lastSeenAt: start,
    expiresAt: start + 12 * hour,
    epoch: 0,
    oidcIssuer: null,
    ...changes,
  }
}

export function makeAuditRow(chain: string, seq: number): AuditRow {
  return {
    chain,
    seq,
    at: start + seq,
    officerId: null,
    action: 'inspect',
    reason: 'checkpoint',
    post: 'phu-bai',
    subjectIndex: null,
    outcome: 'found',
    sealed: null,
    previousHash: `hash-${seq - 1}`,
    hash: `hash-${seq}`,
  }
}
