import type { DeclarationKind, InspectionResults, Journey } from '@kbyt/sdk/schema'
import type { FindVenueScans } from '../check-in/find-venue-scans.js'
import { openDeclaration } from '../declaration/open-declaration.js'
import type { Outside } from '../outside.js'
import type { DeclarationWithPeople } from '../store/store.js'
import type { KnownPerson } from './know-person.js'

type Results = Pick<InspectionResults, 'venueScan' | 'declaration' | 'entry'>

/** The newest health declaration that came in from another of the four systems. */
export type FindImportedDeclaration = (
  person: KnownPerson,
) => Promise<{ readonly at: number; readonly system: string } | undefined>

export interface FindResultsOptions {
  readonly outside: Outside
  readonly findVenueScans: FindVenueScans
  readonly findImported: FindImportedDeclaration
}

/** The three results of the dispatch (IV.2.b); `venueCode` is that of who asks. */
export type FindResults = (person: KnownPerson, venueCode: string | undefined) => Promise<Results>

/** A phone's newest declarations name everybody who still matters. */
const maxOwn = 50
const none = { state: 'none' as const }
const toIso = (atMs: number) => new Date(atMs).toISOString()

export function createFindResults(options: FindResultsOptions): FindResults {
  const { outside, findVenueScans, findImported } = options
  const { store, vault } = outside

  async function findFiled(
    { personIds, phoneIndex }: KnownPerson,
    kind: DeclarationKind,
  ): Promise<(DeclarationWithPeople | undefined)[]> {
    if (phoneIndex === undefined) {
      return Promise.all(
        personIds.map((personId) => store.declarations.findNewestOfPerson(personId, kind)),
      )
    }
    const own = await store.declarations.findDeclarations(phoneIndex, maxOwn)
    return own.filter(
      ({ declaration, people }) =>
        declaration.kind === kind && people.some(({ personId }) => personIds.includes(personId)),
    )
  }

  async function findStanding(
    person: KnownPerson,
    kind: DeclarationKind,
  ): Promise<DeclarationWithPeople | undefined> {
    const found = await findFiled(person, kind)
    return found
      .filter((each) => each !== undefined && each.declaration.withdrawnAt === null)
      .sort((one, other) => toDeclaredAt(other) - toDeclaredAt(one))[0]
  }

  async function findVenueScan(
    person: KnownPerson,
    venueCode: string | undefined,
  ): Promise<Results['venueScan']> {
    const { newest, isHereToday, days } = await findVenueScans(person, venueCode)
    if (!newest) return none
    const { happenedAt, direction, venueName } = newest
    return {
      state: 'found',
      at: toIso(happenedAt),
      direction,
      ...(venueName !== undefined && { venueName }),
      ...(isHereToday !== undefined && { isAtOwnVenueToday: isHereToday }),
      days,
    }
  }

  /** An entry declaration is a health declaration as well. */
  async function findDeclaration(person: KnownPerson): Promise<Results['declaration']> {
    const own = await Promise.all([findStanding(person, 'domestic'), findStanding(person, 'entry')])
    const ownAt = Math.max(...own.map(toDeclaredAt))
    const imported = await findImported(person)
    if (imported && imported.at > ownAt) {
      return { state: 'found', at: toIso(imported.at), system: imported.system }
    }
    return ownAt > 0 ? { state: 'found', at: toIso(ownAt), system: 'kbyt' } : none
  }

  async function findEntry(person: KnownPerson): Promise<Results['entry']> {
    const stored = await findStanding(person, 'entry')
    const opened = stored && (await openDeclaration(vault, stored))
    if (opened?.declaration.kind !== 'entry') return none
    const { declarationId, declaredAt } = opened.row
    const arrivals = await Promise.all(
      person.personIds.map((personId) => store.arrivals.findArrivalOfPerson(personId)),
    )
    const arrival = arrivals.find((each) => each?.row.declarationId === declarationId)
    const { returnedAt, basis } = toReturn(arrival?.row.passedAt, opened.declaration.journey)
    return {
      state: 'found',
      declaredAt: toIso(declaredAt),
      isBeforeReturn: declaredAt < returnedAt,
      returnedAt: toIso(returnedAt),
      basis,
    }
  }

  return async (person, venueCode) => ({
    venueScan: await findVenueScan(person, venueCode),
    declaration: await findDeclaration(person),
    entry: await findEntry(person),
  })
}

const toDeclaredAt = (stored: DeclarationWithPeople | undefined) =>
  stored?.declaration.declaredAt ?? 0

function toReturn(passedAt: number | null | undefined, { arrivalAt }: Journey) {
  if (passedAt === null || passedAt === undefined) {
    return { returnedAt: Date.parse(arrivalAt), basis: 'stated' as const }
  }
  return { returnedAt: passedAt, basis: 'passed' as const }
}
