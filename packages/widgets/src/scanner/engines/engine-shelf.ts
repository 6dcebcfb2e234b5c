import type { Engine, EngineName } from './engine.js'

/** Makes an engine; undefined where this browser has none, a rejection where it cannot run. */
type EngineLoader = () => Promise<Engine | undefined>

/** The engines that are there, and the way to more. */
export interface EngineShelf {
  readonly engines: ReadonlyMap<EngineName, Engine>
  /** Takes an engine away for good. */
  drop(name: EngineName): void
  /** Begins to load the next engines, once; what is there goes on meanwhile. */
  fetchMore(): void
  /** Waits for all engines that will ever be there. */
  fetchAll(): Promise<void>
}

export interface EngineShelfOptions {
  /** Loaded before anything is read, at once. */
  readonly first: readonly EngineLoader[]
  /** Loaded after the first miss, one after another until one is there. */
  readonly more: readonly EngineLoader[]
}

/** A shelf with its first engines on it; empty only where none of them loads. */
export async function createEngineShelf({ first, more }: EngineShelfOptions): Promise<EngineShelf> {
  const engines = new Map<EngineName, Engine>()
  const dropped = new Set<EngineName>()
  const waiting = [...more]
  let fetching: Promise<void> | undefined

  async function put(load: EngineLoader): Promise<boolean> {
    const engine = await load().catch(() => undefined) // the next one has its turn
    if (!engine || dropped.has(engine.name)) return false
    engines.set(engine.name, engine)
    return true
  }

  async function fetchNext(): Promise<void> {
    for (let load = waiting.shift(); load; load = waiting.shift()) if (await put(load)) return
  }

  await Promise.all(first.map(put))
  const fetchAll = () => {
    fetching ??= fetchNext()
    return fetching
  }
  return {
    engines,
    drop(name) {
      dropped.add(name)
      engines.delete(name)
      fetching = undefined // what waits behind it may take its place
    },
    fetchMore: () => void fetchAll(),
    fetchAll,
  }
}
