import type { LitElement, ReactiveController } from 'lit'

/**
 * Pictures that are dropped on the element, or pasted anywhere on its page.
 *
 * Owns the listeners and which pastes are ours. Does not own what is read from a picture.
 */
export class PicturesController implements ReactiveController {
  readonly #host: LitElement
  readonly #onPicture: (file: File) => void

  constructor(host: LitElement, onPicture: (file: File) => void) {
    this.#host = host
    this.#onPicture = onPicture
    host.addController(this)
  }

  hostConnected(): void {
    this.#host.addEventListener('dragover', this.#onDragOver)
    this.#host.addEventListener('drop', this.#onDrop)
    document.addEventListener('paste', this.#onPaste)
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('dragover', this.#onDragOver)
    this.#host.removeEventListener('drop', this.#onDrop)
    document.removeEventListener('paste', this.#onPaste)
  }

  readonly #onDragOver = (event: DragEvent): void => {
    event.preventDefault() // else the browser opens the picture instead of dropping it here
  }

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (file) this.#onPicture(file)
  }

  /** A pasted text is somebody else's; of several scanners the first that shows takes the picture. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const file = event.clipboardData?.files[0]
    if (!file || event.defaultPrevented || !isShown(this.#host)) return
    event.preventDefault()
    this.#onPicture(file)
  }
}

const isShown = (element: Element) => element.getClientRects().length > 0
