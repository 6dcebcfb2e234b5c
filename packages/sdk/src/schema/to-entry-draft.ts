import { toCalendarDate } from './calendar-date.js'
import type { Config } from './config.js'
import {
  type DeclaredPerson,
  declaredPersonSchema,
  type EntryDeclaration,
  type FiledDeclaration,
  type FiledDeclaredPerson,
} from './declaration.js'
import type { Journey } from './journey.js'

/** A person as known already; the answers are there only if they were given today. */
export type EntryDraftPerson = Pick<DeclaredPerson, 'relation' | 'person'> &
  Partial<Pick<DeclaredPerson, 'health' | 'recentPlaces'>>

/** An entry declaration that asks only what is new; consents are given anew each time. */
export interface EntryDraft extends Pick<EntryDeclaration, 'kind'> {
  readonly people: readonly EntryDraftPerson[]
  readonly journey: Partial<Journey>
}

/** The portal, and the moment of asking. */
export interface ToEntryDraftOptions {
  readonly config: Pick<Config, 'provinceCode' | 'placesVersion'>
  /** Milliseconds since 1970. @defaultValue the machine's clock */
  readonly nowMs?: number
}

/**
 * Starts an entry declaration from each person's newest domestic one that stands (dispatch 391, I.2.b:
 * it inherits what was declared). Health of an earlier day is asked again: it may have changed.
 * Who lives here comes back to that address, who lives elsewhere comes from it. Who was filed in words
 * newer than this version is left out: it could not send them.
 *
 * @param declarations - As {@link findDeclarations} returns them, newest first.
 * @example
 * import { findDeclarations, getConfig } from '@kbyt/sdk'
 * import { toEntryDraft } from '@kbyt/sdk/schema'
 *
 * const { declarations } = await findDeclarations(client, { kind: 'domestic' })
 * const draft = toEntryDraft(declarations, { config: await getConfig(client) })
 */
export function toEntryDraft(
  declarations: readonly FiledDeclaration[],
  { config, nowMs = Date.now() }: ToEntryDraftOptions,
): EntryDraft {
  const newest = new Map<string, EntryDraftPerson | undefined>()
  for (const filed of declarations) {
    if (filed.kind !== 'domestic' || filed.withdrawnAt !== undefined) continue
    const isToday = toCalendarDate(Date.parse(filed.declaredAt)) === toCalendarDate(nowMs)
    for (const { personId, ...said } of filed.people) {
      if (!newest.has(personId)) newest.set(personId, toDraftPerson(said, isToday))
    }
  }
  const people = keepOneSelf([...newest.values()].filter((each) => each !== undefined))
  return { kind: 'entry', people, journey: toJourney(people, config) }
}

function toDraftPerson(said: FiledDeclaredPerson, isToday: boolean): EntryDraftPerson | undefined {
  const { data } = declaredPersonSchema.safeParse(said)
  if (!data) return undefined
  const { relation, person, health, recentPlaces } = data
  return { relation, person, ...(isToday && { health, recentPlaces }) }
}

/** A phone that two people declare from has two of itself; the newer stays the declarer. */
function keepOneSelf(people: readonly EntryDraftPerson[]): EntryDraftPerson[] {
  const self = people.find(({ relation }) => relation === 'self')
  return people.map((each) =>
    each.relation === 'self' && each !== self ? { ...each, relation: 'other' } : each,
  )
}

function toJourney(
  people: readonly EntryDraftPerson[],
  { provinceCode, placesVersion }: ToEntryDraftOptions['config'],
): Partial<Journey> {
  const declarer = people.find(({ relation }) => relation === 'self') ?? people[0]
  if (declarer?.person.address.placesVersion !== placesVersion) return {}
  const { street, ...place } = declarer.person.address
  if (place.provinceCode !== provinceCode) return { travellerKind: 'visitor', origin: place }
  const address = street === undefined ? {} : { destinationAddress: street }
  return { travellerKind: 'returner', destination: place, ...address }
}
