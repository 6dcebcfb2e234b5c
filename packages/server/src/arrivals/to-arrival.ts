import type { Arrival } from '@kbyt/sdk/schema'
import { openCaseEvent } from '../localities/open-case-event.js'
import type { ArrivalWithEvents } from '../store/store.js'
import type { Vault } from '../vault.js'
import { sealedArrivalSchema } from './sealed-arrival.js'

const toInstant = (ms: number) => new Date(ms).toISOString()

/** An arrival as the ward sees it. */
export async function toArrival(
  vault: Vault,
  { row, events }: ArrivalWithEvents,
): Promise<Arrival> {
  const { arrivalId, personId, declarationId, state, passedAt } = row
  const content = await vault.open(arrivalId, row.sealed)
  const { phone, ...declared } = sealedArrivalSchema.parse(content)
  return {
    arrivalId,
    personId,
    declarationId,
    state,
    declaredAt: toInstant(row.declaredAt),
    arrivalAt: toInstant(row.arrivalAt),
    ...(passedAt === null ? {} : { passedAt: toInstant(passedAt) }),
    ...(phone === undefined ? {} : { declarerPhone: phone }),
    ...declared,
    events: await Promise.all(events.map((event) => openCaseEvent(vault, event))),
  }
}
