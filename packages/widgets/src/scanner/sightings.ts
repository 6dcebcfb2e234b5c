import type { FoundCode } from './decoder/decoder.js'

/** What a look at the picture means. */
type Sighting =
  | { readonly kind: 'nothing' }
  /** One code alone has come into the picture. */
  | { readonly kind: 'news'; readonly code: FoundCode }
  /** Several are in it, and not all of them were offered or reported before. */
  | { readonly kind: 'several'; readonly codes: readonly FoundCode[] }

/** Tells what is new in the picture from what is still in it: a camera sees a code many times a second. */
export interface Sightings {
  /** Takes the codes of one look. */
  see(codes: readonly FoundCode[], nowMs: number): Sighting
  /** What was offered and not taken is not offered again while it stays in the picture. */
  settle(chosen: FoundCode | undefined, offered: readonly FoundCode[]): void
  /** Forgets all: whoever starts anew wants what is before the camera. */
  clear(): void
}

interface Sight {
  readonly code: FoundCode
  seenAt: number
  isReported: boolean
  isOffered: boolean
}

/** After several codes were seen together, one must be alone this long: a look may miss the others. */
const calmMs = 1_000

/**
 * Makes the memory of what is in the picture.
 *
 * A code that is alone is news at the second look, so that one which the first look missed beside it
 * is not passed over.
 *
 * @param awayMs How long a code must be out of the picture before it counts as shown again.
 */
export function createSightings(awayMs: number): Sightings {
  const sights = new Map<string, Sight>()
  let crowdedAt = Number.NEGATIVE_INFINITY
  let pending: Sight | undefined

  function remember(code: FoundCode, seenAt: number): Sight {
    const known = sights.get(code.text)
    const isReported = known?.isReported ?? false
    const sight = { code, seenAt, isReported, isOffered: known?.isOffered ?? false }
    sights.set(code.text, sight)
    return sight
  }

  /** What this look has seen has not left, however long ago the look before was. */
  function forget(codes: readonly FoundCode[], nowMs: number): void {
    for (const { code, seenAt } of sights.values()) {
      const isHere = codes.some(({ text }) => text === code.text)
      if (!isHere && nowMs - seenAt >= awayMs) sights.delete(code.text)
    }
  }

  /** The codes of this look, and one of the look before that nobody was told of yet. */
  function gather(codes: readonly FoundCode[], nowMs: number): readonly Sight[] {
    const seen = new Map(codes.map((code) => [code.text, remember(code, nowMs)]))
    const before = pending
    pending = undefined
    if (before && !seen.has(before.code.text)) seen.set(before.code.text, before)
    return [...seen.values()]
  }

  function judge(seen: readonly Sight[], wasPending: string | undefined, nowMs: number): Sighting {
    if (seen.length > 1) {
      crowdedAt = nowMs
      const isKnown = seen.every(({ isReported, isOffered }) => isReported || isOffered)
      return isKnown ? nothing : { kind: 'several', codes: seen.map(({ code }) => code) }
    }
    const [only] = seen
    if (!only || only.isReported || nowMs - crowdedAt < calmMs) return nothing
    if (only.code.text !== wasPending) {
      pending = only
      return nothing
    }
    only.isReported = true
    return { kind: 'news', code: only.code }
  }

  return {
    see(codes, nowMs) {
      forget(codes, nowMs)
      const wasPending = pending?.code.text
      return judge(gather(codes, nowMs), wasPending, nowMs)
    },
    settle(chosen, offered) {
      for (const { text } of offered) {
        const sight = sights.get(text)
        if (!sight) continue
        sight.isOffered = true
        if (text === chosen?.text) sight.isReported = true
      }
    },
    clear() {
      sights.clear()
      pending = undefined
    },
  }
}

const nothing: Sighting = { kind: 'nothing' }
