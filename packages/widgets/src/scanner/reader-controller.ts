import type { LitElement, ReactiveController } from 'lit'
import { createReader } from './reader.js'

/**
 * Lets a hardware reader type into any input of an element: the scan is reported whole and what the
 * reader wrote into the box is taken out again, however an input method has changed it.
 *
 * Owns the listener and the box's text during a scan. Does not own what a scan means.
 */
export class ReaderController implements ReactiveController {
  readonly #host: LitElement
  readonly #reader
  #box: HTMLInputElement | undefined
  #textBefore = ''

  constructor(host: LitElement, onScan: (text: string) => void) {
    this.#host = host
    this.#reader = createReader({
      onBegin: () => {
        this.#textBefore = this.#box?.value ?? ''
      },
      onScan: (text) => {
        if (this.#box) this.#box.value = this.#textBefore
        onScan(text)
      },
    })
    host.addController(this)
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey, { capture: true })
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey, { capture: true })
    this.#reader.reset()
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath()
    const box = target instanceof HTMLInputElement && !isSecret(target) ? target : undefined
    if (box !== this.#box) this.#reader.reset()
    this.#box = box
    if (isSecret(target)) return
    if (this.#reader.press(event) === 'pass') return
    event.preventDefault() // else Enter would send the form and Tab leave the box
    event.stopPropagation()
  }
}

// Password managers type fast too, and a password is nobody's scan.
const isSecret = (target: EventTarget | undefined) =>
  target instanceof HTMLInputElement && target.type === 'password'
