import { readQueue } from '../read-queue.js'
import { resendVisit } from '../resend-visit.js'
import type { Act } from './history.setup.js'
import { type Plant, World } from './world.setup.js'

const dayMs = 86_400_000
const healingRounds = 6

/** Lets a history happen, heals the world, and names the promises that were broken. */
export async function liveThrough(history: readonly Act[], plant?: Plant): Promise<string[]> {
  const world = new World(plant)
  for (const act of history) {
    act.happen(world)
    await settle()
  }
  await heal(world)
  return [...world.violations, ...findBroken(world)]
}

/** Lets all that follows from the last act happen, up to the next operations. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Network, disk and clock are well again, waits are over, a person resends what was refused. */
async function heal(world: World): Promise<void> {
  world.server.network = 'up'
  world.disk.isFull = false
  await finish(world)
  world.pass(2 * dayMs, 0)
  const { outbox } = world.openTab()
  for (let round = 0; round < healingRounds; round += 1) {
    const resending = readQueue(outbox).then(async ({ refused }) => {
      for (const { visit } of refused) await resendVisit(outbox, visit.visitId)
    })
    await finish(world)
    await resending
    world.flush(0)
    await finish(world)
  }
}

async function finish(world: World): Promise<void> {
  await settle()
  while (world.operations.count > 0) {
    world.operations.end(0, 'done')
    await settle()
  }
}

function findBroken({ disk, server, saved, recorded }: World): string[] {
  const arrived = server.kept.map(({ venueCode }) => venueCode)
  const broken: string[] = []
  if (recorded.some(({ code }) => !arrived.includes(code))) broken.push('lost')
  if ([...saved].some((code) => !arrived.includes(code))) broken.push('lost')
  if (new Set(arrived).size < arrived.length) broken.push('twice')
  if (!isInOrder({ server, recorded })) broken.push('out of order')
  if (disk.load().entries.length > 0) broken.push('not emptied')
  return broken
}

/** Each person's visits arrive as they were recorded, but for those that were refused in between. */
function isInOrder({ server, recorded }: Pick<World, 'server' | 'recorded'>): boolean {
  const first = [...new Set(server.kept.map(({ venueCode }) => venueCode))]
  const place = new Map(first.map((code, index) => [code, index]))
  const latest = new Map<string, number>()
  for (const { code, person } of recorded) {
    const index = place.get(code)
    if (index === undefined || server.refused.has(code)) continue
    if (index < (latest.get(person) ?? -1)) return false
    latest.set(person, index)
  }
  return true
}
