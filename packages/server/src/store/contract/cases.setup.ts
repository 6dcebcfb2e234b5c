import type {
  ArrivalFilter,
  ArrivalRow,
  CaseEventRow,
  Consequences,
  DeclarationWithPeople,
  ScreeningRow,
  Store,
} from '../store.js'
import {
  claimAnswer,
  type DeclarationFacts,
  day,
  makeDeclaration,
  noConsequences,
  start,
  unique,
} from './rows.setup.js'

export function makeArrival(
  { declaration, people }: DeclarationWithPeople,
  changes: Partial<ArrivalRow> = {},
): ArrivalRow {
  const { phoneIndex, declarationId, declaredAt } = declaration
  return {
    areaCode: unique('area'),
    arrivalId: unique('arrival'),
    personId: people[0]?.personId ?? '',
    phoneIndex,
    declarationId,
    hamletIndex: 'hamlet',
    declaredAt,
    departureAt: declaredAt + day,
    arrivalAt: declaredAt + 2 * day,
    state: 'expected',
    passedAt: null,
    replacedAt: null,
    sealed: 'k1.YXJyaXZhbA',
    ...changes,
  }
}

export function makeScreening(
  { declaration, people }: DeclarationWithPeople,
  changes: Partial<ScreeningRow> = {},
): ScreeningRow {
  const { phoneIndex, declarationId, declaredAt, kind } = declaration
  return {
    areaCode: unique('area'),
    screeningId: unique('screening'),
    personId: people[0]?.personId ?? '',
    phoneIndex,
    declarationId,
    kind,
    declaredAt,
    severity: 2,
    state: 'waiting',
    replacedAt: null,
    sealed: 'k1.c2NyZWVuaW5n',
    ...changes,
  }
}

export function makeCaseEvent(event: string, at = start): CaseEventRow {
  return { eventId: unique('event'), event, at, officerId: unique('officer'), sealed: 'k1.bm90ZQ' }
}

/** Files a declaration with what it brings about. */
export async function fileWith(
  store: Store,
  facts: DeclarationFacts,
  toConsequences: (filed: DeclarationWithPeople) => Partial<Consequences>,
): Promise<DeclarationWithPeople> {
  const filed = makeDeclaration(facts)
  const consequences = { ...noConsequences, ...toConsequences(filed) }
  await store.declarations.saveDeclaration(filed, await claimAnswer(store), consequences)
  return filed
}

export const inAreas = (...areas: string[]): ArrivalFilter => ({
  areas,
  from: undefined,
  until: undefined,
  state: undefined,
  hamletIndexes: undefined,
})
