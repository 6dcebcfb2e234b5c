/**
 * Keeps one value for this tab, through reloads; it ends with the tab.
 *
 * Owns: the storage entry. Does not own: what the value means; whoever loads it checks it.
 */
export class TabStore {
  readonly #key: string

  constructor(key: string) {
    this.#key = key
  }

  /** Whatever lies there; `undefined` where there is nothing or the storage may not be read. */
  load(): unknown {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  }

  /** Whether the value is kept now: a full or forbidden storage is for the caller to tell. */
  save(value: object): boolean {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  }

  clear(): void {
    try {
      sessionStorage.removeItem(this.#key)
    } catch {
      // Nothing could be stored, so nothing lies there.
    }
  }
}
