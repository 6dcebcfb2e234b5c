import type { ArrivalState } from '@kbyt/sdk/schema'
import type { ArrivalRow, DeclarationWithPeople, Store } from '../store.js'
import { fileWith, inAreas, makeArrival, makeCaseEvent } from './cases.setup.js'
import { claimAnswer, start, unique } from './rows.setup.js'

/** Somebody on the way to an area of this test alone. */
export function setupArrivals(store: Store) {
  const [areaCode, personId, phoneIndex] = [unique('area'), unique('person'), unique('phone')]

  async function arrive(changes: Partial<ArrivalRow> = {}, declaredAt = start) {
    const facts = { phoneIndex, people: [personId], kind: 'entry' as const, declaredAt }
    let row: ArrivalRow | undefined
    const filed = await fileWith(store, facts, (declaration) => {
      row = makeArrival(declaration, { areaCode, ...changes })
      return { arrivals: [row] }
    })
    return { filed, row: row! }
  }
  const record = async (row: ArrivalRow, to: ArrivalState, at = start) =>
    store.arrivals.addArrivalEvent(
      row,
      { from: row.state, to },
      makeCaseEvent(to, at),
      await claimAnswer(store),
    )
  const withdraw = async ({ declaration: { declarationId } }: DeclarationWithPeople) =>
    store.declarations.withdrawDeclaration(
      phoneIndex,
      declarationId,
      start + 9,
      await claimAnswer(store),
      [],
    )
  const list = async (area = areaCode) =>
    (await store.arrivals.findArrivals(inAreas(area), undefined, 100)).map(({ row }) => row)
  return {
    store,
    arrivals: store.arrivals,
    areaCode,
    personId,
    phoneIndex,
    arrive,
    record,
    withdraw,
    list,
  }
}
