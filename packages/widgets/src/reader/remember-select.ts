import type { FieldMemory } from './field-memory.js'

/** Remembers what is chosen in a list: letters choose what begins with them. */
export function rememberSelect(select: HTMLSelectElement): FieldMemory {
  const chosen = select.selectedIndex
  return {
    mark() {},
    restore() {
      if (select.selectedIndex === chosen) return
      select.selectedIndex = chosen
      for (const type of ['input', 'change'])
        select.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
    },
    forget() {},
  }
}
