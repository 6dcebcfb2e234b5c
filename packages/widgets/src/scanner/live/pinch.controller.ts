import type { LitElement, ReactiveController } from 'lit'
import type { Zoom } from '../camera/track-controls.js'

interface PinchControllerOptions {
  /** The picture that is pinched. */
  readonly getTarget: () => HTMLElement | null
  /** Undefined where there is nothing to zoom: the page's own pinch stays. */
  readonly getZoom: () => Zoom | undefined
  readonly onZoom: (value: number) => void
}

interface Pinch {
  readonly spread: number
  readonly from: number
}

/**
 * Two fingers on the picture zoom the camera instead of the page.
 *
 * Owns the gesture. Does not own how far the camera goes.
 */
export class PinchController implements ReactiveController {
  readonly #host: LitElement
  readonly #options: PinchControllerOptions
  #target: HTMLElement | null = null
  #pinch: Pinch | undefined

  constructor(host: LitElement, options: PinchControllerOptions) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostUpdated(): void {
    if (this.#target || !this.#host.isConnected) return
    this.#target = this.#options.getTarget()
    this.#target?.addEventListener('touchstart', this.#onTouch, { passive: false })
    this.#target?.addEventListener('touchmove', this.#onTouch, { passive: false })
  }

  hostDisconnected(): void {
    this.#target?.removeEventListener('touchstart', this.#onTouch)
    this.#target?.removeEventListener('touchmove', this.#onTouch)
    this.#target = null
  }

  readonly #onTouch = (event: TouchEvent): void => {
    const zoom = this.#options.getZoom()
    const [one, other] = event.touches
    if (!zoom || !one || !other || event.touches.length !== 2) {
      this.#pinch = undefined
      return
    }
    event.preventDefault() // else the browser zooms the page
    const spread = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
    if (event.type === 'touchstart' || !this.#pinch) this.#pinch = { spread, from: zoom.value }
    else this.#options.onZoom(toValue(zoom, (this.#pinch.from * spread) / this.#pinch.spread))
  }
}

function toValue({ min, max, step }: Zoom, wished: number): number {
  const value = min + Math.round((wished - min) / step) * step
  return Math.min(max, Math.max(min, value))
}
