import type { Pause, StoredEntry, StoredState } from '../outbox-store.js'

/** What survives the tabs. Its methods happen at once and whole; when they happen is the world's to say. */
export class FakeDisk {
  isFull = false
  pause: Pause | undefined
  #entries: StoredEntry[] = []
  #last = 0

  load(): StoredState {
    return { entries: this.#entries, pause: this.pause }
  }

  add(value: unknown): void {
    this.#checkRoom()
    this.#last += 1
    this.#entries = [...this.#entries, { position: this.#last, value }]
  }

  replace(position: number, value: unknown): void {
    this.#checkRoom()
    this.#entries = this.#entries.map((entry) =>
      entry.position === position ? { position, value } : entry,
    )
  }

  remove(positions: readonly number[]): void {
    this.#entries = this.#entries.filter(({ position }) => !positions.includes(position))
  }

  setPause(pause: Pause | undefined): void {
    this.#checkRoom()
    this.pause = pause
  }

  #checkRoom(): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError')
  }
}
