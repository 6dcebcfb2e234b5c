import type { Decoder, FoundCode } from './decoder/decoder.js'
import { grabFrame } from './frame/grab-frame.js'

/** Slow phones rest as long as they looked, up to a limit. */
const shortestRestMs = 30
const longestRestMs = 250

interface WatchOptions {
  readonly video: HTMLVideoElement
  readonly decoder: Decoder
  /** The codes of one look; the next look waits for what it returns. */
  readonly onLook: (codes: readonly FoundCode[]) => Promise<void> | void
  readonly signal: AbortSignal
}

/** Looks at the video's newest frame again and again: one look at a time, never a queue. */
export async function watchFrames({ video, decoder, onLook, signal }: WatchOptions): Promise<void> {
  while (!signal.aborted) {
    const began = performance.now()
    const frame = await grabFrame(video)
    if (signal.aborted && frame && 'close' in frame) frame.close()
    if (signal.aborted) return
    const codes = frame ? await decoder.decode(frame, 'frame') : []
    if (signal.aborted) return
    await tell(onLook, codes)
    await rest(Math.min(longestRestMs, Math.max(shortestRestMs, performance.now() - began)))
  }
}

/** Whoever is told may throw; the scanner looks on, and the page hears of it. */
async function tell(onLook: WatchOptions['onLook'], codes: readonly FoundCode[]): Promise<void> {
  try {
    await onLook(codes)
  } catch (error) {
    reportError(error)
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
