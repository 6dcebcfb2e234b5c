import {
  type Declaration,
  type DeclaredPerson,
  type Screening,
  screeningSchema,
} from '@kbyt/sdk/schema'
import { newNumber } from '../arrivals/arrivals.setup.js'
import { makeDeclared, newKey, send, type TestBackend } from '../backend.setup.js'

type Headers = Record<string, string>
type Health = DeclaredPerson['health']

export const noContact = { patient: false, 'from-affected-country': false, symptomatic: false }

/** Somebody new, or with this number, who answers so about their health. */
export function makeIll(
  health: Partial<Health> = { symptoms: ['fever'] },
  person: Partial<Declaration['people'][number]['person']> = {},
): DeclaredPerson {
  const identityDocument = { type: 'cccd' as const, number: newNumber() }
  return {
    ...makeDeclared({ identityDocument, ...person }),
    health: { symptoms: [], contacts: noContact, ...health },
  }
}

export async function listScreenings(backend: TestBackend, headers: Headers, query = '') {
  const answer = await send(backend, 'GET', `/v1/screenings${query}`, undefined, headers)
  const items = Array.isArray(answer.json.screenings) ? answer.json.screenings : []
  return { ...answer, screenings: items.map((item): Screening => screeningSchema.parse(item)) }
}

export function recordScreening(
  backend: TestBackend,
  headers: Headers,
  screeningId: string,
  body: object,
  key: string = newKey(),
) {
  const path = `/v1/screenings/${screeningId}/events`
  return send(backend, 'POST', path, body, { 'idempotency-key': key, ...headers })
}
