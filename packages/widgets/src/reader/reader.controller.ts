import type { LitElement, ReactiveController } from 'lit'
import { listenToReader } from './listen-to-reader.js'
import type { ReaderScan } from './reader-scan.js'

/**
 * Lets a hardware reader type into any box of an element, or anywhere in the page: the scan is reported
 * whole and what the reader wrote is taken out again, however an input method has changed it.
 *
 * Owns the listener during the element's life. Does not own what a scan means.
 */
export class ReaderController implements ReactiveController {
  readonly #host: LitElement
  readonly #onScan: (scan: ReaderScan) => void
  #isEverywhere = false
  #stop: (() => void) | undefined

  constructor(host: LitElement, onScan: (scan: ReaderScan) => void) {
    this.#host = host
    this.#onScan = onScan
    host.addController(this)
  }

  /** Whether scans count wherever the focus is, not only inside the element. */
  listen({ isEverywhere }: { readonly isEverywhere: boolean }): void {
    if (isEverywhere === this.#isEverywhere) return
    this.#isEverywhere = isEverywhere
    if (this.#stop) this.hostConnected()
  }

  hostConnected(): void {
    this.#stop?.()
    const within = this.#isEverywhere ? window : this.#host
    this.#stop = listenToReader({ within, onScan: this.#onScan })
  }

  hostDisconnected(): void {
    this.#stop?.()
    this.#stop = undefined
  }
}
