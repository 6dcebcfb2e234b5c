import type { Config, Journey } from '@kbyt/sdk/schema'
import { dayMs } from '../limits/check-limit.js'

/** A pass says its days in one byte. */
const maxDays = 255

/**
 * How many whole days a pass is valid: a domestic one as the portal says; an entry one until so many
 * days after the expected arrival, the last one begun counted whole.
 */
export function toValidDays(
  passDays: Config['passDays'],
  journey: Journey | undefined,
  issuedAt: number,
): number {
  if (!journey) return passDays.domestic
  const daysToArrival = (Date.parse(journey.arrivalAt) - issuedAt) / dayMs
  return Math.min(Math.max(Math.ceil(daysToArrival) + passDays.entry, 1), maxDays)
}
