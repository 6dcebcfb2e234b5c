import type { Declaration } from '@kbyt/sdk/schema'
import { toArrivalRows } from '../arrivals/to-arrival-rows.js'
import { toFeedEvents } from '../feed/to-feed-events.js'
import type { Outside } from '../outside.js'
import { toScreeningRows } from '../screenings/to-screening-rows.js'
import type { Consequences, DeclarationWithPeople } from '../store/store.js'

/** What a declaration brings about for the localities; `phone` is the declarer's, where there is one. */
export async function toConsequences(
  outside: Outside,
  declaration: Declaration,
  rows: DeclarationWithPeople,
  phone: string | undefined,
): Promise<Omit<Consequences, 'known' | 'contact'>> {
  return {
    arrivals:
      declaration.kind === 'entry' ? await toArrivalRows(outside, declaration, rows, phone) : [],
    screenings: await toScreeningRows(outside, declaration, rows, phone),
    events: toFeedEvents('declaration-filed', rows, outside.clock.now(), outside.randomBytes),
  }
}
