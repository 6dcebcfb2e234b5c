import type { ReaderKey } from './reader-key.js'
import type { ReaderEnd } from './reader-scan.js'

const ends: Readonly<Record<string, ReaderEnd>> = {
  Enter: 'Enter',
  NumpadEnter: 'Enter',
  Tab: 'Tab',
}
/** Line feed, carriage return and tab, as readers in the mode for terminals type them. */
const controlEnds: Readonly<Record<string, ReaderEnd>> = {
  KeyJ: 'Enter',
  KeyM: 'Enter',
  KeyI: 'Tab',
}

/** The end that a key means; an input method hides its name, not its place. */
export function findEnd({ key, code, ctrlKey, altKey, metaKey }: ReaderKey): ReaderEnd | undefined {
  if (ctrlKey && !altKey && !metaKey) return controlEnds[code]
  return ends[key] ?? (key === 'Process' ? ends[code] : undefined)
}

/** Keys that only change what others write. */
export function isSilent({ key, code }: ReaderKey): boolean {
  return [key, code].some((name) => /^(?:Shift|Alt|AltGraph|Control|CapsLock|NumLock)/.test(name))
}
