/** A stored item with its place in line; what it holds is the outbox's matter. */
export interface StoredEntry {
  /** Grows with each item that is added; a number is never given twice. */
  readonly position: number
  readonly value: unknown
}

/** A wait the server asked for; it outlives the page. Both in milliseconds of the device's clock. */
export interface Pause {
  readonly setAt: number
  readonly until: number
}

/** All that an outbox has stored. */
export interface StoredState {
  /** In order of position. */
  readonly entries: readonly StoredEntry[]
  readonly pause: Pause | undefined
}

/**
 * Where visits wait for the network. What a method has answered stays, whatever happens to the
 * process; each has its effect whole or not at all. All but `watch` reject with `storage_full` or
 * `storage_unavailable`, and then nothing has changed.
 */
export interface OutboxStore {
  /** Outboxes on one store share its name, and with it the lock of the one that sends. */
  readonly name: string
  /** Whether what is stored outlives the process. */
  readonly isDurable: boolean
  load(): Promise<StoredState>
  add(value: unknown): Promise<void>
  /** Does nothing when the entry is gone. */
  replace(position: number, value: unknown): Promise<void>
  remove(positions: readonly number[]): Promise<void>
  setPause(pause: Pause | undefined): Promise<void>
  /** Tells of changes, other tabs' included, and returns how to stop. */
  watch(listener: () => void): () => void
}
