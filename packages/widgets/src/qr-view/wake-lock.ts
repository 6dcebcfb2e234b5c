import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * Keeps the screen on while a QR is held out to somebody.
 *
 * Owns the lock: takes it again when the page comes back, lets it go when the element leaves.
 * Does not own when it is wanted. A browser without wake lock, or one that refuses, changes nothing.
 */
export class WakeLockController implements ReactiveController {
  #isWanted = false
  #lock: WakeLockSentinel | undefined

  constructor(host: ReactiveControllerHost) {
    host.addController(this)
  }

  hold(): void {
    this.#isWanted = true
    void this.#take()
  }

  release(): void {
    this.#isWanted = false
    void this.#lock?.release()
    this.#lock = undefined
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility)
    this.release()
  }

  // The browser itself drops the lock of a hidden page.
  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible' && this.#isWanted) void this.#take()
  }

  async #take(): Promise<void> {
    const lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
    if (!lock) return
    if (this.#isWanted) this.#lock = lock
    else await lock.release()
  }
}
