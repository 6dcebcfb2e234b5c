import type { ReaderScan } from './reader-scan.js'

/** Why letters of a scan are not what the code holds. */
export type GarblingCause = 'inputMethod' | 'layout' | 'capsLock' | 'unknown'

/** What most likely changed a scan that is no code we know: the first of these to be switched off. */
export function findCause({ inputMethod, layout, isCapsLockOn }: ReaderScan): GarblingCause {
  if (inputMethod !== 'none') return 'inputMethod'
  if (layout !== 'us') return 'layout'
  return isCapsLockOn ? 'capsLock' : 'unknown'
}
