/** The shortest silence that can end a scan. */
const firstLookMs = 150
/** A page that was busy this long may have keys waiting: the silence begins anew. */
const busyMs = 50

/** Waits for the silence that ends a run of keys. */
export interface SilenceWatch {
  /** A key came: the silence begins anew. */
  begin(): void
  stop(): void
}

export interface SilenceWatchOptions {
  /** How long it has to be silent; asked again while the run may go on. */
  readonly findNeededMs: () => number
  readonly onSilence: () => void
}

/** Looks again after each wait: a pass is over sooner than what may be half a text. */
export function watchSilence({ findNeededMs, onSilence }: SilenceWatchOptions): SilenceWatch {
  let timer: ReturnType<typeof setTimeout> | undefined

  function listen(waitMs: number, silentMs: number): void {
    clearTimeout(timer)
    const dueAt = performance.now() + waitMs
    timer = setTimeout(() => {
      if (performance.now() - dueAt > busyMs) return listen(firstLookMs, 0)
      const leftMs = findNeededMs() - silentMs - waitMs
      if (leftMs > 0) listen(leftMs, silentMs + waitMs)
      else onSilence()
    }, waitMs)
  }

  return { begin: () => listen(firstLookMs, 0), stop: () => clearTimeout(timer) }
}
