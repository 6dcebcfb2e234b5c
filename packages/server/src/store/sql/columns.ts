import type { Tables } from './database.js'

// Columns are named, never `*`: a prepared `select *` breaks once a later migration adds a column.

export const challengeColumns = [
  'challengeId',
  'phoneIndex',
  'networkIndex',
  'purpose',
  'origin',
  'publishableKey',
  'sealed',
  'codeMac',
  'codeLength',
  'tries',
  'sends',
  'createdAt',
  'expiresAt',
  'resendAt',
  'usedAt',
] as const satisfies (keyof Tables['otpChallenges'])[]

export const sessionColumns = [
  'tokenHash',
  'phoneIndex',
  'sealed',
  'publishableKey',
  'createdAt',
  'expiresAt',
] as const satisfies (keyof Tables['sessions'])[]

export const declarationColumns = [
  'phoneIndex',
  'declarationId',
  'kind',
  'channel',
  'declaredAt',
  'withdrawnAt',
  'sealed',
] as const satisfies (keyof Tables['declarations'])[]

export const personColumns = [
  'phoneIndex',
  'declarationId',
  'personId',
  'position',
  'passId',
  'statusIndex',
  'issuedAt',
  'validUntil',
  'sealed',
] as const satisfies (keyof Tables['people'])[]

export const arrivalColumns = [
  'areaCode',
  'arrivalId',
  'personId',
  'phoneIndex',
  'declarationId',
  'hamletIndex',
  'declaredAt',
  'departureAt',
  'arrivalAt',
  'state',
  'passedAt',
  'replacedAt',
  'sealed',
] as const satisfies (keyof Tables['arrivals'])[]

export const screeningColumns = [
  'areaCode',
  'screeningId',
  'personId',
  'phoneIndex',
  'declarationId',
  'kind',
  'declaredAt',
  'severity',
  'state',
  'replacedAt',
  'sealed',
] as const satisfies (keyof Tables['screenings'])[]

export const caseEventColumns = [
  'eventId',
  'event',
  'at',
  'officerId',
  'sealed',
] as const satisfies (keyof Tables['arrivalEvents'] & keyof Tables['screeningEvents'])[]

export const officerColumns = [
  'officerId',
  'username',
  'displayName',
  'passwordHash',
  'setupHash',
  'setupExpiresAt',
  'totpSealed',
  'totpCounter',
  'oidcIssuer',
  'oidcSubject',
  'role',
  'areas',
  'venueCode',
  'defaultPost',
  'defaultReason',
  'defaultDirection',
  'defaultTab',
  'createdAt',
  'disabledAt',
  'sessionEpoch',
] as const satisfies (keyof Tables['officers'])[]

export const officerSessionColumns = [
  'tokenHash',
  'officerId',
  'createdAt',
  'lastSeenAt',
  'expiresAt',
  'epoch',
  'oidcIssuer',
] as const satisfies (keyof Tables['officerSessions'])[]

export const auditColumns = [
  'chain',
  'seq',
  'at',
  'officerId',
  'action',
  'reason',
  'post',
  'subjectIndex',
  'outcome',
  'sealed',
  'previousHash',
  'hash',
] as const satisfies (keyof Tables['audit'])[]

export const messageColumns = [
  'messageId',
  'challengeId',
  'template',
  'sealed',
  'createdAt',
  'expiresAt',
] as const satisfies (keyof Tables['smsOutbox'])[]

export const venueColumns = [
  'venueCode',
  'revision',
  'checkOutAfterMs',
  'createdAt',
  'closedAt',
  'version',
  'sealed',
] as const satisfies (keyof Tables['venues'])[]

export const staffColumns = [
  'venueCode',
  'phoneIndex',
  'staffId',
  'role',
  'addedAt',
  'sealed',
] as const satisfies (keyof Tables['venueStaff'])[]

export const deviceColumns = [
  'venueCode',
  'deviceId',
  'keyIndex',
  'createdAt',
  'revokedAt',
  'sealed',
] as const satisfies (keyof Tables['venueDevices'])[]

export const visitColumns = [
  'venueCode',
  'visitId',
  'personId',
  'phoneIndex',
  'direction',
  'scannedBy',
  'happenedAt',
  'deviceAt',
  'clockOffsetMs',
  'isClockSuspect',
  'receivedAt',
  'recordedBy',
  'sealed',
] as const satisfies (keyof Tables['visits'])[]

export const foundVisitColumns = [
  'venueCode',
  'visitId',
  'personId',
  'direction',
  'happenedAt',
  'isClockSuspect',
  'sealed',
] as const satisfies (keyof Tables['visitLookup'])[]

export const pointColumns = [
  'pointCode',
  'wardCode',
  'districtCode',
  'provinceCode',
  'createdBy',
  'createdAt',
  'closedAt',
  'sealed',
] as const satisfies (keyof Tables['declarationPoints'])[]

export const numberedEventColumns = [
  'eventId',
  'type',
  'at',
  'phoneIndex',
  'declarationId',
  'personId',
  'position',
] as const satisfies (keyof Tables['feedEvents'])[]

export const subscriberColumns = [
  'subscriberId',
  'keyHash',
  'createdAt',
  'createdBy',
  'disabledAt',
  'fromPosition',
  'plannedPosition',
  'sealed',
] as const satisfies (keyof Tables['feedSubscribers'])[]

export const deliveryColumns = [
  'subscriberId',
  'eventId',
  'personId',
  'position',
  'state',
  'attempts',
  'dueAt',
  'expiresAt',
  'lastOutcome',
  'finishedAt',
] as const satisfies (keyof Tables['feedDeliveries'])[]

export const importedColumns = [
  'subject',
  'importedId',
  'source',
  'contentIndex',
  'declaredAt',
  'receivedAt',
  'sealed',
] as const satisfies (keyof Tables['importedDeclarations'])[]
