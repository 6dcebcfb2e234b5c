import { type ScreeningEventName, type ScreeningState, screeningStates } from '@kbyt/sdk/schema'

/** The furthest thing done; whatever is done after a case was closed opens it again. */
export function toNextState(state: ScreeningState, event: ScreeningEventName): ScreeningState {
  if (state === 'closed') return event
  return screeningStates.indexOf(event) > screeningStates.indexOf(state) ? event : state
}
