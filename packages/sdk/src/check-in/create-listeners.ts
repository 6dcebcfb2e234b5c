/** A set of listeners to one kind of news. */
export interface Listeners {
  add(listener: () => void): () => void
  notify(): void
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  return {
    add(listener) {
      // A listener added twice is two listeners, each with its own way out.
      const own = () => listener()
      listeners.add(own)
      return () => listeners.delete(own)
    },
    notify() {
      for (const listener of [...listeners]) listener()
    },
  }
}
