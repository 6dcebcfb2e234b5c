import type { Backend } from './backend.setup.js'
import type { Act } from './history.setup.js'
import { World } from './world.setup.js'

/** Lets a history happen, up to the first promise that is broken, and names it. */
export async function liveThrough(backend: Backend, history: readonly Act[]): Promise<string[]> {
  const world = new World(backend)
  await backend.app.purge()
  for (const act of history) {
    await act.happen(world)
    if (world.isOver || world.violations.size > 0) break
  }
  return [...world.violations]
}
