import type { Account, KeptCardPhotos, PersonalData } from '@kbyt/sdk/schema'
import { importedDeclarationSchema } from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import { openDeclaration } from '../declaration/open-declaration.js'
import { fileOpened } from '../declaration/to-filed-declaration.js'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import { keptMs } from '../store/retention.js'
import type { FoundVisit, StaffRow } from '../store/store.js'
import { openVenue, type VenueContent } from '../venue/open-venue.js'
import { maxRows } from './create-prepare-erasure.js'
import { listNamed, type NamedPerson } from './list-named.js'
import { toConsentRecords } from './to-consent-records.js'
import { toImportSubjects } from './to-import-subjects.js'

/** Everything that is kept of a phone, and of a document its account has proven (ATTACKS P4). */
export type CollectData = (call: CitizenCall) => Promise<PersonalData>

export interface CollectDataOptions {
  readonly outside: Outside
  readonly findAccount: (call: CitizenCall) => Promise<Account | undefined>
  readonly findCardPhotos: (call: CitizenCall) => Promise<KeptCardPhotos | undefined>
}

type Venues = ReadonlyMap<string, VenueContent['facts']>

const keptDays = Object.fromEntries(
  Object.entries(keptMs).map(([name, kept]) => [name, kept / dayMs]),
)

export function createCollectData(options: CollectDataOptions): CollectData {
  const { outside, findAccount, findCardPhotos } = options
  const { store, vault, clock, config } = outside

  /** Under the phone's index, and the ids of people whose document is proven. */
  async function findVisits(subjects: readonly string[]): Promise<FoundVisit[]> {
    const now = clock.now()
    const span = { from: now - keptMs.visits, before: now + dayMs }
    const found = await Promise.all(
      subjects.map((subject) => store.visits.findVisitsOf(subject, span, maxRows)),
    )
    return [...new Map(found.flat().map((visit) => [visit.visitId, visit])).values()]
  }

  async function openVenues(of: readonly { readonly venueCode: string }[]): Promise<Venues> {
    const venueCodes = new Set(of.map(({ venueCode }) => venueCode))
    const rows = await store.venues.findVenues([...venueCodes])
    const opened = await Promise.all(rows.map((row) => openVenue(vault, row)))
    return new Map(opened.map(({ row, facts }) => [row.venueCode, facts]))
  }

  async function listImports(
    named: readonly NamedPerson[],
    phone: string,
  ): Promise<PersonalData['imports']> {
    const rows = await Promise.all(
      named.map(async (each) => {
        const subjects = await toImportSubjects(vault, each, phone)
        return store.imports.findImported(subjects, maxRows)
      }),
    )
    const found = new Map(rows.flat().map((row) => [row.importedId, row]))
    return Promise.all(
      [...found.values()].map(async ({ importedId, source, receivedAt, sealed }) => ({
        source,
        receivedAt: new Date(receivedAt).toISOString(),
        declaration: importedDeclarationSchema.parse(await vault.open(importedId, sealed)),
      })),
    )
  }

  return async (call) => {
    const { phone, phoneIndex } = call.citizen
    const nowMs = clock.now()
    const account = await findAccount(call)
    const cardPhotos = await findCardPhotos(call)
    const stored = await store.declarations.findDeclarations(phoneIndex, maxRows)
    const opened = await Promise.all(stored.map((each) => openDeclaration(vault, each)))
    const declarations = await Promise.all(
      opened.map((each) => fileOpened(vault, each, false, nowMs)),
    )
    const named = listNamed(opened, account)
    const proven = named.flatMap(({ personId, isProven }) => (isProven ? [personId] : []))
    const visits = await findVisits([phoneIndex, ...proven])
    const memberships = await store.venues.findMemberships(phoneIndex)
    const venues = await openVenues([...visits, ...memberships])
    return {
      exportedAt: new Date(nowMs).toISOString(),
      phone,
      ...(account && { account }),
      ...(cardPhotos && { cardPhotos }),
      declarations,
      consents: await toConsentRecords(declarations, account, config),
      visits: visits.map((visit) => toVisit(visit, venues)),
      imports: await listImports(named, phone),
      venues: memberships.map((membership) => toMembership(membership, venues)),
      keptDays,
    }
  }
}

function toVisit(
  { venueCode, direction, happenedAt }: FoundVisit,
  venues: Venues,
): PersonalData['visits'][number] {
  const venueName = venues.get(venueCode)?.name
  const at = new Date(happenedAt).toISOString()
  return { venueCode, ...(venueName !== undefined && { venueName }), direction, at }
}

/** The contact is the owner's own; to whoever else works there it is somebody else. */
function toMembership(
  { venueCode, role }: Pick<StaffRow, 'venueCode' | 'role'>,
  venues: Venues,
): PersonalData['venues'][number] {
  const { name, contact } = venues.get(venueCode) ?? {}
  return {
    venueCode,
    role,
    ...(name !== undefined && { name }),
    ...(role === 'owner' && contact && { contact }),
  }
}
