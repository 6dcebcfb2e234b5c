export type { DownloadedFile } from '../client/download.js'
export type {
  Arrival,
  ArrivalEvent,
  ArrivalEventName,
  ArrivalFormat,
  ArrivalReport,
  ArrivalSearch,
  ArrivalState,
} from '../schema/arrival.js'
export type { MediaType } from '../schema/endpoint.js'
export { type ExportArrivalsInput, exportArrivals } from './export-arrivals.js'
export { type ArrivalPage, type FindArrivalsInput, findArrivals } from './find-arrivals.js'
export { type RecordArrivalEventInput, recordArrivalEvent } from './record-arrival-event.js'
export { reportArrival } from './report-arrival.js'
