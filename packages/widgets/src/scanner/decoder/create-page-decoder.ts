import { createEngineShelf } from '../engines/engine-shelf.js'
import { createNativeEngine, findDetectorClass } from '../engines/native.js'
import { openScene } from '../frame/open-scene.js'
import { createSearch } from './create-search.js'
import type { Decoder } from './decoder.js'

/** Longest side looked at in one go: of a frame so small that one step of a look takes a few milliseconds. */
const maxSide = { frame: 320, file: 640 }
/** How long an engine may keep the page from painting and answering. */
const sliceMs = 3

/** A decoder for pages that can have no worker: on the page's own thread, a little at a time. */
export function createPageDecoder(): Decoder {
  const search = createEngineShelf({
    first: [
      () => createNativeEngine(findDetectorClass()),
      async () => (await import('../engines/qr.js')).createQrEngine(sliceMs),
    ],
    more: [async () => (await import('../engines/zxing-js.js')).createZxingJsEngine()],
  }).then((shelf) => createSearch({ shelf, maxSide, pause }))
  return {
    async decode(frame, effort) {
      const scene = openScene(frame)
      try {
        return await (await search)(scene, effort)
      } finally {
        if ('close' in frame) frame.close()
      }
    },
    close: () => undefined,
  }
}

/** Lets the page paint and answer. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
