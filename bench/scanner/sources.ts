// What the bench measures of this repository, from its sources: bundled by load-sources.mjs.
export { createSearch } from '../../packages/widgets/src/scanner/decoder/create-search.js'
export { createEngineShelf } from '../../packages/widgets/src/scanner/engines/engine-shelf.js'
export { createQrEngine } from '../../packages/widgets/src/scanner/engines/qr.js'
export { createZxingJsEngine } from '../../packages/widgets/src/scanner/engines/zxing-js.js'
export { createZxingWasmEngine } from '../../packages/widgets/src/scanner/engines/zxing-wasm.js'
export { drawSeeded } from '../../packages/widgets/src/scanner/seeded-picture.setup.js'
export * as zxingJs from './zxing-js.ts'
