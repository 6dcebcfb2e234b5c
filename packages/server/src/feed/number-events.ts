import type { Store } from '../store/store.js'

/** How many places are given in one step. */
const batch = 500

/** Gives every event that is committed its place. */
export async function numberEvents({ feed }: Store): Promise<void> {
  while ((await feed.numberEvents(batch)) === batch);
}
