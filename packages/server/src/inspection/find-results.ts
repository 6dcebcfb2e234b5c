import type { InspectionResults } from '@kbyt/sdk/schema'
import type { FindVenueScans } from '../check-in/find-venue-scans.js'
import type { Outside } from '../outside.js'
import type { DeclarationWithPeople } from '../store/store.js'
import { createDeclaredFinder } from './find-declared.js'
import { createFindEntry } from './find-entry.js'
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

const none = { state: 'none' as const }
const toIso = (atMs: number) => new Date(atMs).toISOString()

export function createFindResults(options: FindResultsOptions): FindResults {
  const { outside, findVenueScans, findImported } = options
  const declared = createDeclaredFinder(outside)
  const findEntry = createFindEntry(outside, declared)

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
  async function findDeclaration(
    person: KnownPerson,
    own: readonly (DeclarationWithPeople | undefined)[],
  ): Promise<Results['declaration']> {
    const ownAt = Math.max(...own.map(toDeclaredAt))
    const imported = await findImported(person)
    if (imported && imported.at > ownAt) {
      return { state: 'found', at: toIso(imported.at), system: imported.system }
    }
    return ownAt > 0 ? { state: 'found', at: toIso(ownAt), system: 'kbyt' } : none
  }

  return async (person, venueCode) => {
    const [domestic, entry] = await Promise.all([
      declared.findNewest(person, 'domestic'),
      declared.findNewest(person, 'entry'),
    ])
    return {
      venueScan: await findVenueScan(person, venueCode),
      declaration: await findDeclaration(person, [domestic, entry]),
      entry: await findEntry(person, entry),
    }
  }
}

const toDeclaredAt = (stored: DeclarationWithPeople | undefined) =>
  stored?.declaration.declaredAt ?? 0
