import type { NamedArrival } from './name-arrival.js'

/** The arrivals as the API answers them, one JSON object a line. */
export async function* writeNdjson(arrivals: AsyncIterable<NamedArrival>): AsyncGenerator<string> {
  for await (const { arrival } of arrivals) yield `${JSON.stringify(arrival)}\n`
}
