import type { InspectionResults, Journey } from '@kbyt/sdk/schema'
import { openDeclaration } from '../declaration/open-declaration.js'
import { toJourney } from '../declaration/to-journey.js'
import type { Outside } from '../outside.js'
import type { DeclarationWithPeople } from '../store/store.js'
import type { DeclaredFinder } from './find-declared.js'
import type { KnownPerson } from './know-person.js'

/** *Khai báo đến Thừa Thiên Huế*: whether the newest journey was declared before the return. */
export type FindEntry = (
  person: KnownPerson,
  newest: DeclarationWithPeople | undefined,
) => Promise<InspectionResults['entry']>

/** When somebody returned: when a post let them pass, else as they stated. */
interface Return {
  readonly at: number
  readonly basis: 'passed' | 'stated'
}

export function createFindEntry(
  { store, vault }: Pick<Outside, 'store' | 'vault'>,
  declared: DeclaredFinder,
): FindEntry {
  async function findReturn(
    { personIds }: KnownPerson,
    declarationId: string,
    { arrivalAt }: Journey,
  ): Promise<Return> {
    const arrivals = await Promise.all(
      personIds.map((personId) => store.arrivals.findArrivalOfPerson(personId)),
    )
    const arrival = arrivals.find((each) => each?.row.declarationId === declarationId)
    const passedAt = arrival?.row.passedAt ?? undefined
    if (passedAt !== undefined) return { at: passedAt, basis: 'passed' }
    return { at: Date.parse(arrivalAt), basis: 'stated' }
  }

  /** A journey corrected after the return was declared when it was first told of. */
  async function findEarlier(
    person: KnownPerson,
    journey: Journey,
    { at, basis }: Return,
  ): Promise<number | undefined> {
    const all = await declared.findAll(person, 'entry')
    const earlier = all.filter(({ declaration }) => declaration.declaredAt < at)
    // whoever passed a post was expected there, on this journey
    if (basis === 'passed') return earlier[0]?.declaration.declaredAt
    const opened = await Promise.all(earlier.map((each) => openDeclaration(vault, each)))
    const same = opened.find(({ declaration }) => {
      const other = toJourney(declaration)
      return other !== undefined && isSameJourney(other, journey)
    })
    return same?.row.declaredAt
  }

  return async (person, newest) => {
    const opened = newest && (await openDeclaration(vault, newest))
    const journey = opened && toJourney(opened.declaration)
    if (!opened || !journey) return { state: 'none' }
    const { declarationId, declaredAt } = opened.row
    const returned = await findReturn(person, declarationId, journey)
    const beforeReturn =
      declaredAt < returned.at ? declaredAt : await findEarlier(person, journey, returned)
    return {
      state: 'found',
      declaredAt: new Date(beforeReturn ?? declaredAt).toISOString(),
      isBeforeReturn: beforeReturn !== undefined,
      returnedAt: new Date(returned.at).toISOString(),
      basis: returned.basis,
    }
  }
}

/** Nobody is on two journeys at a time. */
function isSameJourney(one: Journey, other: Journey): boolean {
  return (
    Date.parse(one.departureAt) <= Date.parse(other.arrivalAt) &&
    Date.parse(other.departureAt) <= Date.parse(one.arrivalAt)
  )
}
