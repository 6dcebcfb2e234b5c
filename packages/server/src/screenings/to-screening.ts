import type { Screening } from '@kbyt/sdk/schema'
import { openCaseEvent } from '../localities/open-case-event.js'
import type { ScreeningWithEvents } from '../store/store.js'
import type { Vault } from '../vault.js'
import { sealedScreeningSchema } from './sealed-screening.js'

/** A screening as the health station sees it. */
export async function toScreening(
  vault: Vault,
  { row, events }: ScreeningWithEvents,
): Promise<Screening> {
  const { screeningId, personId, declarationId, kind, declaredAt, severity, state } = row
  const content = await vault.open(screeningId, row.sealed)
  const { phone, ...declared } = sealedScreeningSchema.parse(content)
  return {
    screeningId,
    personId,
    declarationId,
    kind,
    severity,
    state,
    declaredAt: new Date(declaredAt).toISOString(),
    ...(phone === undefined ? {} : { declarerPhone: phone }),
    ...declared,
    events: await Promise.all(events.map((event) => openCaseEvent(vault, event))),
  }
}
