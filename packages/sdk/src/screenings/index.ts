export type {
  Screening,
  ScreeningEvent,
  ScreeningEventName,
  ScreeningState,
} from '../schema/screening.js'
export {
  type FindScreeningsInput,
  findScreenings,
  type ScreeningPage,
} from './find-screenings.js'
export {
  type RecordScreeningEventInput,
  recordScreeningEvent,
} from './record-screening-event.js'
