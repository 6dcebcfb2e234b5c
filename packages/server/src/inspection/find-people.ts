import {
  type Candidate,
  type DeclarationKind,
  documentTypes,
  type Registration,
  toMobileE164,
} from '@kbyt/sdk/schema'
import {
  type OpenedDeclaration,
  type OpenedPerson,
  openDeclaration,
} from '../declaration/open-declaration.js'
import { toDocumentIndex } from '../declaration/to-person-key.js'
import type { Outside } from '../outside.js'
import type { DecidePerson } from '../policy/decide-person.js'
import type { OfficerRow } from '../store/store.js'
import { isInArea } from './is-in-area.js'
import { type OwnPlace, toOwnPlace } from './to-own-place.js'
import { toCandidate, toRegistration } from './to-registration.js'

/** A phone finds a family, not a village. */
const maxCandidates = 20
/** Its newest declarations name everybody who still matters. */
const maxDeclarations = 50

/** What a look-up found, and whether something was kept back because of the officer's areas. */
interface Found<Item> {
  readonly items: readonly Item[]
  readonly isHidden: boolean
}

/** Finds people as one officer may see them: exact matches only, their areas alone. */
export interface PeopleFinder {
  byIdNumber(idNumber: string): Promise<string[]>
  byPhone(phone: string, kind: DeclarationKind, officer: OfficerRow): Promise<Found<Candidate>>
  findRegistration(
    personId: string,
    kind: DeclarationKind,
    officer: OfficerRow,
  ): Promise<Found<Registration>>
}

export function createPeopleFinder(
  { store, vault, clock, config }: Outside,
  decide: DecidePerson,
): PeopleFinder {
  return {
    async byIdNumber(idNumber) {
      const numbered = documentTypes.filter((type) => type !== 'child')
      const indexes = await Promise.all(
        numbered.map((type) => toDocumentIndex(vault, type, idNumber)),
      )
      return store.declarations.findPeople([...new Set(indexes)])
    },

    async byPhone(phone, kind, { areas }) {
      const phoneIndex = await vault.index('phone', toMobileE164(phone) ?? phone)
      const stored = await store.declarations.findDeclarations(phoneIndex, maxDeclarations)
      const standing = stored.filter(
        ({ declaration }) => declaration.kind === kind && declaration.withdrawnAt === null,
      )
      const opened = await Promise.all(standing.map((each) => openDeclaration(vault, each)))
      const all = toNewest(opened)
      const seen = all.filter(({ place }) => isInArea(areas, place, config))
      return {
        items: seen.slice(0, maxCandidates).map(({ person }) => toCandidate(person)),
        isHidden: seen.length < all.length,
      }
    },

    async findRegistration(personId, kind, { areas }) {
      const stored = await store.declarations.findNewestOfPerson(personId, kind)
      // whoever takes a declaration back is found by it no more, as if they had never declared
      if (!stored || stored.declaration.withdrawnAt !== null) return { items: [], isHidden: false }
      const opened = await openDeclaration(vault, stored)
      const person = opened.people.find(({ row }) => row.personId === personId)
      if (!person) return { items: [], isHidden: false }
      const isHidden = !isInArea(areas, toOwnPlace(opened, person), config)
      if (isHidden) return { items: [], isHidden }
      const verdict = await decide(opened, person)
      return { items: [{ ...toRegistration(opened, person, clock.now()), ...verdict }], isHidden }
    },
  }
}

/** Each person once, as in the newest of these declarations. */
function toNewest(
  opened: readonly OpenedDeclaration[],
): { person: OpenedPerson; place: OwnPlace }[] {
  const newest = new Map<string, { person: OpenedPerson; place: OwnPlace }>()
  for (const declaration of opened) {
    for (const person of declaration.people) {
      const place = toOwnPlace(declaration, person)
      if (!newest.has(person.row.personId)) newest.set(person.row.personId, { person, place })
    }
  }
  return [...newest.values()]
}
