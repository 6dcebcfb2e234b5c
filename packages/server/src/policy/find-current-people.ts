import { type FindParents, type PolicyPerson, toPolicyFacts } from '@kbyt/sdk/policy'
import { openDeclaration } from '../declaration/open-declaration.js'
import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'
import type { ArrivalPosition, ArrivalRow } from '../store/store.js'
import type { PeopleInBatches } from './try-policy.js'

/** The longest measure anybody is still under. */
const underMeasureDays = 28
const batchSize = 200

/** Everybody who is expected, or came so lately that a measure may still hold. */
export function createFindCurrentPeople(
  outside: Outside,
  loadParents: () => Promise<FindParents>,
): PeopleInBatches {
  const { store, vault, config } = outside

  async function toPeople(rows: readonly ArrivalRow[]): Promise<PolicyPerson[]> {
    const findParents = await loadParents()
    const opened = await openDeclarations(rows)
    return rows.flatMap(({ declarationId, personId, passedAt, state }) => {
      const declaration = opened.get(declarationId)
      const person = declaration?.people.find(({ row }) => row.personId === personId)
      if (state === 'cancelled' || declaration?.declaration.kind !== 'entry' || !person) return []
      const { journey } = declaration.declaration
      const facts = toPolicyFacts(
        { ...person.declared, journey },
        {
          declaredAtMs: declaration.row.declaredAt,
          config,
          findParents,
          ...(passedAt !== null && { arrivedAt: new Date(passedAt).toISOString() }),
        },
      )
      return [{ personId, facts }]
    })
  }

  /** Once for all the people of a declaration. */
  async function openDeclarations(rows: readonly ArrivalRow[]) {
    const keys = new Map(rows.map(({ declarationId, phoneIndex }) => [declarationId, phoneIndex]))
    const opened = [...keys].map(async ([declarationId, phoneIndex]) => {
      const stored = await store.declarations.findDeclaration(phoneIndex, declarationId)
      return stored && openDeclaration(vault, stored)
    })
    const found = (await Promise.all(opened)).filter((each) => each !== undefined)
    return new Map(found.map((each) => [each.row.declarationId, each]))
  }

  return async function* (nowMs) {
    const filter = {
      areas: 'all' as const,
      from: nowMs - underMeasureDays * dayMs,
      until: undefined,
      state: undefined,
      hamletIndexes: undefined,
    }
    let after: ArrivalPosition | undefined
    for (;;) {
      const page = await store.arrivals.findArrivals(filter, after, batchSize)
      const rows = page.map(({ row }) => row)
      if (rows.length > 0) yield await toPeople(rows)
      if (rows.length < batchSize) return
      after = rows.at(-1)
    }
  }
}
