import { minuteMs } from '../limits/check-limit.js'

/** After how long without a scan somebody is taken for gone; null is at midnight. */
export const toCheckOutMs = (minutes: number | undefined): number | null =>
  minutes === undefined ? null : minutes * minuteMs
