import type { DeclarationWithPeople, ErasedPhone, Erasure, Store } from '../store.js'
import {
  claimAnswer,
  type DeclarationFacts,
  day,
  makeDeclaration,
  noConsequences,
  start,
  unique,
} from './rows.setup.js'

interface Declarer extends Partial<Pick<DeclarationFacts, 'declaredAt' | 'kind'>> {
  readonly phoneIndex: string
  readonly documentIndex: string
}

/** Declares as the server does: the person is found by a document, and held to it. */
export async function declareAs(
  store: Store,
  { documentIndex, ...facts }: Declarer,
): Promise<DeclarationWithPeople> {
  const key = { by: 'document', index: documentIndex } as const
  const keptUntil = start + 60 * day
  const personId = await store.declarations.resolvePerson(key, unique('person'), keptUntil)
  const filed = makeDeclaration({ ...facts, people: [personId] })
  const known = [{ key, personId, keptUntil }]
  const consequences = { ...noConsequences, known }
  await store.declarations.saveDeclaration(filed, await claimAnswer(store), consequences)
  return filed
}

/** What goes when the phone of a declaration is forgotten. */
export function toErasure(
  { declaration: { phoneIndex, declarationId }, people: passes }: DeclarationWithPeople,
  { documentIndex, isProven }: { documentIndex: string; isProven: boolean },
  phone: Partial<ErasedPhone> = {},
): Erasure {
  return {
    at: start,
    phone: { phoneIndex, keptDeclarations: [], venues: [], ...phone },
    declarations: [{ phoneIndex, declarationId, isUnproven: false, passes }],
    people: passes.map(({ personId }) => ({
      personId,
      documentIndexes: [documentIndex],
      isProven,
    })),
    importSubjects: isProven ? [documentIndex] : [],
    events: [],
  }
}
