import type { ArrivalEventName, ArrivalState } from '@kbyt/sdk/schema'

/** The state an event leads to: the event's own, but somebody under an order who is met stays so. */
export function toNextState(state: ArrivalState, event: ArrivalEventName): ArrivalState {
  return state === 'ordered' && event === 'met' ? 'ordered' : event
}
