import { createDecoder, createScanner } from '@kbyt/widgets/scanner'

/** What the bench asks of the page. */
export interface CameraBench {
  /** Looks so far. */
  looks: number
  /** Codes reported so far. */
  codes: number
  start(): Promise<string>
  stop(): void
}

declare global {
  var cameraBench: CameraBench
}

/** On the page's own thread where the address ends in `?worker=no`: no worker lies there. */
const hasWorker = new URLSearchParams(location.search).get('worker') !== 'no'
const workerUrl = hasWorker ? '/scan-worker.js' : 'blob:none'

const bench: CameraBench = {
  looks: 0,
  codes: 0,
  async start() {
    await scanner.start()
    return scanner.state.step
  },
  stop: () => scanner.close(),
}
globalThis.cameraBench = bench
const scanner = createScanner({
  video: document.querySelector('video') ?? undefined,
  createDecoder: () => createDecoder({ workerUrl }),
  onLook: () => {
    bench.looks++
  },
  onCode: () => {
    bench.codes++
  },
})
