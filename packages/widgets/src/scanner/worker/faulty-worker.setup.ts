import type { FromWorker, ToWorker } from './messages.js'

/** What is wrong with a worker, in the `fault` of its address. */
export type WorkerFault = 'throws' | 'unfit' | 'breaks'

const fault = new URLSearchParams(globalThis.location.search).get('fault')
if (fault === 'throws') throw new Error('It does not start.')

globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'decode') throw new Error('It breaks.')
  const message: FromWorker = { kind: fault === 'unfit' ? 'unfit' : 'ready' }
  globalThis.postMessage(message)
})
