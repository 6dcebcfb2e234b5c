import { dayMs } from '../limits/check-limit.js'
import type { Outside } from '../outside.js'

/** The longest measure after an arrival: what it is held by stays that long. */
const measureDays = 28

/**
 * Until when a declaration is needed for a measure; undefined when nothing holds it. Withdrawing it or
 * declaring anew ends no order.
 */
export async function findHold(
  { store, clock }: Pick<Outside, 'store' | 'clock'>,
  declarationId: string,
): Promise<number | undefined> {
  const arrivals = await store.arrivals.findArrivalsOf(declarationId)
  const ends = arrivals
    .filter(({ state }) => ['passed', 'met', 'ordered'].includes(state))
    .map(({ arrivalAt }) => arrivalAt + measureDays * dayMs)
  const until = Math.max(...ends, 0)
  return until > clock.now() ? until : undefined
}
