import type { Arrival } from '@kbyt/sdk/schema'
import type { NamePlace } from './name-place.js'

/** An arrival with the names of its places. */
export interface NamedArrival {
  readonly arrival: Arrival
  readonly address: string
  readonly origin: string
  readonly destination: string
  readonly stays: readonly string[]
}

export async function nameArrival(arrival: Arrival, namePlace: NamePlace): Promise<NamedArrival> {
  const { journey, person } = arrival
  const named = await Promise.all([
    namePlace(person.address),
    namePlace(journey.origin),
    namePlace(journey.destination),
    ...journey.stays.map(namePlace),
  ])
  const [address = '', origin = '', destination = '', ...stays] = named
  return { arrival, address, origin, destination, stays }
}
