import {
  type Account,
  type Erasure,
  erasureSchema,
  type FiledDeclaration,
  type Person,
  type PersonalData,
  personSchema,
} from '@kbyt/sdk/schema'
import type { CitizenCall } from '../call.js'
import { openDeclaration } from '../declaration/open-declaration.js'
import { toFiledDeclaration } from '../declaration/to-filed-declaration.js'
import { toFeedEvents } from '../feed/to-feed-events.js'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import type { KnowPerson } from '../inspection/know-person.js'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { RandomBytes } from '../ports.js'
import { keptMs } from '../store/retention.js'
import type {
  DeclarationWithPeople,
  ErasedPerson,
  FeedEventRow,
  ForgottenPerson,
} from '../store/store.js'
import { openVenue } from '../venue/open-venue.js'
import { toConsentRecords } from './to-consent-records.js'

/** More than a phone can declare or visit within the retention. */
const maxRows = 10_000
/** The longest measure after an arrival: what it is held by stays that long. */
const measureDays = 28

/** Owns: what somebody can ask of the data kept about them (Law 91/2025, Decree 356/2025). */
export interface PrivacyService {
  export(call: CitizenCall): Promise<PersonalData>
  /** Forgets the phone at once, but for a journey a measure may hold for. */
  erase(call: CitizenCall): Promise<Erasure>
}

export interface PrivacyServiceOptions {
  readonly outside: Outside
  readonly idempotency: IdempotencyService
  readonly knowPerson: KnowPerson
  readonly findAccount: (call: CitizenCall) => Promise<Account | undefined>
}

export function createPrivacyService(options: PrivacyServiceOptions): PrivacyService {
  const { outside, idempotency, knowPerson, findAccount } = options
  const { store, vault, clock, config, randomBytes } = outside
  const findStored = (phoneIndex: string) =>
    store.declarations.findDeclarations(phoneIndex, maxRows)

  async function listDeclarations(phoneIndex: string): Promise<FiledDeclaration[]> {
    const stored = await findStored(phoneIndex)
    return Promise.all(stored.map((each) => toFiledDeclaration(vault, each, false, clock.now())))
  }

  async function listVisits(phoneIndex: string): Promise<PersonalData['visits']> {
    const now = clock.now()
    const span = { from: now - keptMs.visits, before: now + dayMs }
    const visits = await store.visits.findVisitsOf(phoneIndex, span, maxRows)
    const venues = await store.venues.findVenues(visits.map(({ venueCode }) => venueCode))
    const opened = await Promise.all(venues.map((row) => openVenue(vault, row)))
    const names = new Map(opened.map(({ row, facts }) => [row.venueCode, facts.name]))
    return visits.map(({ venueCode, direction, happenedAt }) => {
      const venueName = names.get(venueCode)
      const at = new Date(happenedAt).toISOString()
      return { venueCode, ...(venueName !== undefined && { venueName }), direction, at }
    })
  }

  /**
   * Until when a declaration is needed for a measure; undefined when nothing holds it. Withdrawing it or
   * declaring anew ends no order.
   */
  async function findHold({ declaration: { declarationId } }: DeclarationWithPeople) {
    const arrivals = await store.arrivals.findArrivalsOf(declarationId)
    const ends = arrivals
      .filter(({ state }) => ['passed', 'met', 'ordered'].includes(state))
      .map(({ arrivalAt }) => arrivalAt + measureDays * dayMs)
    const until = Math.max(...ends, 0)
    return until > clock.now() ? until : undefined
  }

  async function toForgotten(personId: string, person: Person): Promise<ForgottenPerson> {
    const { documentIndexes, contactIndex } = await knowPerson(personId, person)
    const importSubjects = [...documentIndexes, ...(contactIndex ? [contactIndex] : [])]
    return { personId, documentIndexes, importSubjects }
  }

  async function findHolder(call: CitizenCall): Promise<ForgottenPerson | undefined> {
    const account = await findAccount(call)
    return account && toForgotten(account.personId, personSchema.parse(account.person))
  }

  async function toErased(stored: DeclarationWithPeople) {
    const { people } = await openDeclaration(vault, stored)
    const erased = people.map(async ({ row, declared }): Promise<ErasedPerson> => {
      const { personId, passId, statusIndex, validUntil } = row
      const forgotten = await toForgotten(personId, declared.person)
      return { ...forgotten, passId, statusIndex, validUntil }
    })
    return {
      declarationId: stored.declaration.declarationId,
      people: await Promise.all(erased),
    }
  }

  return {
    async export(call) {
      const { phone, phoneIndex } = call.citizen
      const account = await findAccount(call)
      const declarations = await listDeclarations(phoneIndex)
      return {
        exportedAt: new Date(clock.now()).toISOString(),
        phone,
        ...(account && { account }),
        declarations,
        consents: await toConsentRecords(declarations, account, config),
        visits: await listVisits(phoneIndex),
        venues: await store.venues.findMemberships(phoneIndex),
        keptDays: Object.fromEntries(
          Object.entries(keptMs).map(([name, kept]) => [name, kept / dayMs]),
        ),
      }
    },

    erase(call) {
      const { phoneIndex } = call.citizen
      const once = { principal: phoneIndex, status: 201, parse: erasureSchema.parse }
      return idempotency.runOnce(call, once, async (seal) => {
        const stored = await findStored(phoneIndex)
        const held = await Promise.all(
          stored.map(async (each) => ({ each, until: await findHold(each) })),
        )
        const kept = held.flatMap(({ each, until }) =>
          until === undefined ? [] : [{ declarationId: each.declaration.declarationId, until }],
        )
        const gone = held.flatMap(({ each, until }) => (until === undefined ? [each] : []))
        const erasure: Erasure = {
          erasedAt: new Date(clock.now()).toISOString(),
          erasedDeclarations: gone.length,
          kept: kept.map(({ declarationId, until }) => ({
            declarationId,
            until: new Date(until).toISOString(),
          })),
        }
        const declarations = await Promise.all(gone.map(toErased))
        const isWhole = kept.length === 0
        const events = gone.flatMap((each) => toErasedEvents(each, clock.now(), randomBytes))
        const holder = await findHolder(call)
        const forgotten = { phoneIndex, declarations, holder, isWhole, events }
        await store.privacy.erase(forgotten, await seal(erasure))
        return erasure
      })
    },
  }
}

/** They lead back to nobody: the phone is not in them. */
function toErasedEvents(
  stored: DeclarationWithPeople,
  at: number,
  randomBytes: RandomBytes,
): FeedEventRow[] {
  const events = toFeedEvents('declaration-erased', stored, at, randomBytes)
  return events.map((event) => ({ ...event, phoneIndex: 'erased' }))
}
