import { KbytError } from '@kbyt/sdk'
import type { Account, Erasure, KeptCardPhotos, PersonalData } from '@kbyt/sdk/schema'
import { erasureSchema, importedDeclarationSchema } from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import { type OpenedDeclaration, openDeclaration } from '../declaration/open-declaration.js'
import { describeFiled } from '../declaration/to-filed-declaration.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import { checkLimit, dayMs, hourMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import { keptMs } from '../store/retention.js'
import { openVenue } from '../venue/open-venue.js'
import { maxRows, type PrepareErasure } from './create-prepare-erasure.js'
import { listNamed, type NamedPerson } from './list-named.js'
import { toConsentRecords } from './to-consent-records.js'
import { toImportSubjects } from './to-import-subjects.js'

/** The phone declares, or somebody changes its venue, while it is forgotten; many times in a row never. */
const maxAttempts = 5
/** Each opens all there is under a phone. */
const exportsPerHour = 20

/** Owns: what somebody can ask of the data kept about them (Law 91/2025, Decree 356/2025). */
export interface PrivacyService {
  /** @throws {KbytError} `rate_limited`. */
  export(call: CitizenCall): Promise<PersonalData>
  /**
   * Forgets the phone at once, but for a journey a measure may hold for.
   *
   * @throws {KbytError} `overloaded`: nothing was erased, as the phone went on declaring.
   */
  erase(call: CitizenCall): Promise<Erasure>
}

export interface PrivacyServiceOptions {
  readonly outside: Outside
  readonly idempotency: IdempotencyService
  readonly findAccount: (call: CitizenCall) => Promise<Account | undefined>
  readonly prepareErasure: PrepareErasure
  readonly findCardPhotos: (call: CitizenCall) => Promise<KeptCardPhotos | undefined>
}

export function createPrivacyService(options: PrivacyServiceOptions): PrivacyService {
  const { outside, idempotency, findAccount, findCardPhotos, prepareErasure } = options
  const { store, vault, clock, config } = outside

  async function openDeclarations(phoneIndex: string): Promise<OpenedDeclaration[]> {
    const stored = await store.declarations.findDeclarations(phoneIndex, maxRows)
    return Promise.all(stored.map((each) => openDeclaration(vault, each)))
  }

  /** Under the phone's index, and the ids of people whose document is proven. */
  async function listVisits(subjects: readonly string[]): Promise<PersonalData['visits']> {
    const now = clock.now()
    const span = { from: now - keptMs.visits, before: now + dayMs }
    const found = await Promise.all(
      subjects.map((subject) => store.visits.findVisitsOf(subject, span, maxRows)),
    )
    const visits = [...new Map(found.flat().map((visit) => [visit.visitId, visit])).values()]
    const venueCodes = [...new Set(visits.map(({ venueCode }) => venueCode))]
    const venues = await store.venues.findVenues(venueCodes)
    const opened = await Promise.all(venues.map((row) => openVenue(vault, row)))
    const names = new Map(opened.map(({ row, facts }) => [row.venueCode, facts.name]))
    return visits.map(({ venueCode, direction, happenedAt }) => {
      const venueName = names.get(venueCode)
      const at = new Date(happenedAt).toISOString()
      return { venueCode, ...(venueName !== undefined && { venueName }), direction, at }
    })
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

  return {
    async export(call) {
      const { phone, phoneIndex } = call.citizen
      const nowMs = clock.now()
      const asked = await store.limits.hit(`exports:${phoneIndex}`, hourMs, nowMs)
      checkLimit(asked, exportsPerHour, 'rate_limited', nowMs)
      const account = await findAccount(call)
      const cardPhotos = await findCardPhotos(call)
      const opened = await openDeclarations(phoneIndex)
      const declarations = await Promise.all(
        opened.map((each) => describeFiled(vault, each, false, nowMs)),
      )
      const named = listNamed(opened, account)
      const proven = named.flatMap(({ personId, isProven }) => (isProven ? [personId] : []))
      return {
        exportedAt: new Date(nowMs).toISOString(),
        phone,
        ...(account && { account }),
        ...(cardPhotos && { cardPhotos }),
        declarations,
        consents: await toConsentRecords(declarations, account, config),
        visits: await listVisits([phoneIndex, ...proven]),
        imports: await listImports(named, phone),
        venues: await store.venues.findMemberships(phoneIndex),
        keptDays: Object.fromEntries(
          Object.entries(keptMs).map(([name, kept]) => [name, kept / dayMs]),
        ),
      }
    },

    erase(call) {
      const once = { principal: call.citizen.phoneIndex, status: 201, parse: erasureSchema.parse }
      return idempotency.runOnce(call, once, async (seal) => {
        for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
          const { erasure, answer } = await prepareErasure(call)
          if (await store.privacy.erase(erasure, await seal(answer))) return answer
        }
        throw new KbytError('overloaded', { retryAfterSeconds: 1 })
      })
    },
  }
}
