export {
  createReader,
  type Reader,
  type ReaderOptions,
  type ReaderVerdict,
} from './create-reader.js'
export type { KeyboardLayout } from './find-layout.js'
export { type ListenToReaderOptions, listenToReader } from './listen-to-reader.js'
export type { ReaderKey } from './reader-key.js'
export type { ReaderEnd, ReaderScan } from './reader-scan.js'
export { KbytReaderTestedEvent } from './reader-test.events.js'
export { KbytReaderTest } from './reader-test.js'
export type { Affixes } from './strip-affixes.js'
export type { TestCodeName } from './test-codes.js'
