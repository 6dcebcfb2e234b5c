import { rememberBox } from './remember-box.js'
import { rememberRegion } from './remember-region.js'
import { rememberSelect } from './remember-select.js'

/** What an editable element held before each key, so that the keys can be taken out of it again. */
export interface FieldMemory {
  /** Notes what is there before the key with this place in the run, pressed at this time. */
  mark(index: number, at: number): void
  /** Puts back what was there before that key, and where the cursor was. */
  restore(index: number): void
  /** Stops watching. */
  forget(): void
}

/** Whether keys write into this element. */
export function isWritable(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !unwritable.includes(target.type)
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  )
}

const unwritable = 'button checkbox color file image radio range reset submit'.split(' ')

/** Begins to remember an element that has the focus; undefined where keys change nothing. */
export function rememberField(target: EventTarget): FieldMemory | undefined {
  if (target instanceof HTMLSelectElement) return rememberSelect(target)
  if (!isWritable(target)) return undefined
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
    return rememberBox(target)
  return target instanceof HTMLElement ? rememberRegion(target) : undefined
}
