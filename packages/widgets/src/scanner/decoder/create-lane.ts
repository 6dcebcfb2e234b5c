import type { Decoder, FoundCode, Frame, ScanEffort } from './decoder.js'

/** Lets one picture through at a time: a frame that waits gives way to a newer one, files wait. */
export interface Lane {
  run: Decoder['decode']
  /** Answers all that waits with no codes. */
  clear(): void
}

interface Job {
  readonly frame: Frame
  readonly effort: ScanEffort
  readonly resolve: (codes: readonly FoundCode[]) => void
}

export function createLane(decode: Decoder['decode']): Lane {
  const files: Job[] = []
  let newest: Job | undefined
  let isBusy = false

  function takeNext(): Job | undefined {
    const file = files.shift()
    if (file) return file
    const frame = newest
    newest = undefined
    return frame
  }

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    for (let job = takeNext(); job; job = takeNext())
      job.resolve(await decode(job.frame, job.effort).catch(() => []))
    isBusy = false
  }

  return {
    run: (frame, effort) =>
      new Promise((resolve) => {
        const job = { frame, effort, resolve }
        if (effort === 'file') files.push(job)
        else {
          if (newest) drop(newest)
          newest = job
        }
        void work()
      }),
    clear() {
      for (const job of files.splice(0)) drop(job)
      if (newest) drop(newest)
      newest = undefined
    },
  }
}

function drop({ frame, resolve }: Job): void {
  if (!('data' in frame)) frame.close()
  resolve([])
}
