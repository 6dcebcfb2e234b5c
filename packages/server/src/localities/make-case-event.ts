import { createUuid } from '../identifiers.js'
import type { Outside } from '../outside.js'
import type { CaseEventRow, OfficerRow } from '../store/store.js'
import type { SealedCaseEvent } from './open-case-event.js'

/** An event of an arrival or a screening, recorded now by this officer. */
export async function makeCaseEvent<Name extends string>(
  { vault, clock, randomBytes }: Outside,
  { officerId, displayName }: OfficerRow,
  event: Name,
  note: string | undefined,
): Promise<CaseEventRow<Name>> {
  const at = clock.now()
  const eventId = createUuid(at, randomBytes)
  const content: SealedCaseEvent = {
    officerName: displayName,
    ...(note === undefined ? {} : { note }),
  }
  return { eventId, event, at, officerId, sealed: await vault.seal(eventId, content) }
}
