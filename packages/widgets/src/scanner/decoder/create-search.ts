import { attempts } from '../attempts/attempts.js'
import { chooseSteps, type Step } from '../attempts/choose-steps.js'
import type { EngineShelf } from '../engines/engine-shelf.js'
import { chooseCuts } from '../frame/choose-cuts.js'
import { type Cut, cutPicture } from '../frame/cut-picture.js'
import type { Grey, Picture } from '../frame/picture.js'
import type { Scene } from '../frame/scene.js'
import { toGrey } from '../frame/to-grey.js'
import { toPicture } from '../frame/to-picture.js'
import type { FoundCode, ScanEffort } from './decoder.js'
import { toFoundCodes } from './to-found-codes.js'

/** Looks for codes in one picture after another, and remembers what helped. */
export type Search = (scene: Picture | Scene, effort: ScanEffort) => Promise<readonly FoundCode[]>

export interface SearchOptions {
  readonly shelf: EngineShelf
  /** Longest side looked at in one go. */
  readonly maxSide: Readonly<Record<ScanEffort, number>>
  /** Called between two looks, so that a page can paint and answer. */
  readonly pause?: (() => Promise<void>) | undefined
}

/**
 * Tries engines and preparations on a picture until one reads it.
 *
 * Owns their order and what is remembered: a frame gets the first step and one other in turn, the
 * one that read the last frame as long as it does. Does not own the engines.
 */
export function createSearch({ shelf, maxSide, pause }: SearchOptions): Search {
  let frames = 0
  let turn = 0
  let helpful: Step | undefined

  async function take(step: Step, sight: Sight): Promise<readonly FoundCode[]> {
    const engine = shelf.engines.get(step.engine)
    const picture = await prepare(sight, step, pause)
    if (!engine || !picture.width || !picture.height) return []
    try {
      const codes = await engine.decode(picture)
      return toFoundCodes(codes, step, sight.cut)
    } catch {
      shelf.drop(step.engine) // for good: an engine that broke once is not trusted again
      return []
    }
  }

  async function takeAll(steps: readonly Step[], sight: Sight): Promise<readonly FoundCode[]> {
    for (const step of steps) {
      const codes = await take(step, sight)
      if (codes.length) return codes
      await pause?.()
    }
    return []
  }

  async function searchFrame(sight: Sight): Promise<readonly FoundCode[]> {
    const [first, ...others] = chooseSteps(shelf.engines)
    const codes = first ? await take(first, sight) : []
    if (codes.length) return codes
    shelf.fetchMore()
    await pause?.()
    const extra = helpful ?? others[turn++ % others.length]
    const more = extra ? await take(extra, sight) : []
    helpful = more.length ? extra : undefined
    return more
  }

  return async (scene, effort) => {
    const cuts = chooseCuts(scene, { effort, turn: frames++, maxSide: maxSide[effort] })
    if (effort === 'file') await shelf.fetchAll()
    for (const cut of cuts) {
      const sight = createSight(scene, cut)
      await pause?.()
      const codes =
        effort === 'frame'
          ? await searchFrame(sight)
          : await takeAll(chooseSteps(shelf.engines), sight)
      if (codes.length) return codes
    }
    return []
  }
}

/** A part of a picture; it is turned grey once, when a step asks for it. */
interface Sight {
  readonly cut: Cut
  readonly plain: Picture
  getGrey(): Grey
}

function createSight(scene: Picture | Scene, cut: Cut): Sight {
  const plain = 'cut' in scene ? scene.cut(cut) : cutPicture(scene, cut)
  let grey: Grey | undefined
  return {
    cut,
    plain,
    getGrey() {
      grey ??= toGrey(plain)
      return grey
    },
  }
}

async function prepare(
  { plain, getGrey }: Sight,
  { attempt }: Step,
  pause: SearchOptions['pause'],
): Promise<Picture> {
  if (attempt === 'plain') return plain
  let grey = getGrey()
  for (const stage of attempts[attempt].stages) {
    await pause?.()
    grey = stage(grey)
  }
  await pause?.()
  const prepared = toPicture(grey)
  await pause?.()
  return prepared
}
