import { createMyQr, type MyQrSource } from './create-my-qr.js'

/** A code to show, or why there is none. */
export type DrawnQr =
  | { readonly state: 'shown'; readonly text: string; readonly redrawAt: number }
  | { readonly state: 'missing'; readonly error: unknown; readonly redrawAt: number }

/** What {@link redrawMyQr} draws, and for whom. */
export interface RedrawMyQrOptions extends MyQrSource {
  /** Called at once and then every 30 seconds. */
  readonly onDraw: (drawn: DrawnQr) => void
  /** @defaultValue `Date.now` */
  readonly clock?: () => number
}

const redrawMs = 30_000

/**
 * Keeps *Mã QR của tôi* fresh: draws it now and every 30 seconds, until the returned function is
 * called. Where no grant is in force it says so and goes on trying: the next one may begin.
 *
 * @example
 * import { type MyQrSource, redrawMyQr } from '@kbyt/sdk/account'
 *
 * function show(source: MyQrSource) {
 *   const stop = redrawMyQr({ ...source, onDraw: (drawn) => console.log(drawn.state) })
 *   addEventListener('pagehide', stop)
 * }
 */
export function redrawMyQr({ onDraw, clock = Date.now, ...source }: RedrawMyQrOptions): () => void {
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function draw(): Promise<void> {
    const now = clock()
    timer = setTimeout(() => void draw(), redrawMs)
    const drawn = await toDrawn(source, now)
    if (!isStopped) onDraw(drawn)
  }

  void draw()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

async function toDrawn(source: MyQrSource, now: number): Promise<DrawnQr> {
  const redrawAt = now + redrawMs
  try {
    return { state: 'shown', text: await createMyQr(source, { now }), redrawAt }
  } catch (error) {
    return { state: 'missing', error, redrawAt }
  }
}
