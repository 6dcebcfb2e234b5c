import { html, nothing, type TemplateResult } from 'lit'
import { fillWords } from '../../words/catalogue.js'
import type { LiveWords } from '../../words/scanner-live.vi.js'
import type { CameraView } from '../camera/shared-camera.js'
import type { Zoom } from '../camera/track-controls.js'
import type { Scanner } from '../scanner-options.js'

interface ControlsOptions {
  readonly words: LiveWords
  readonly camera: CameraView
  readonly isPaused: boolean
  readonly scanner: Scanner
}

/** What can be set while the camera is on; what it cannot do is not shown. */
export function renderControls({
  words,
  camera,
  isPaused,
  scanner,
}: ControlsOptions): TemplateResult {
  const { live, controls } = words
  const { isTorchOn, zoom } = camera
  const toggle = () => (isPaused ? scanner.resume() : scanner.pause())
  return html`<div class="controls" part="controls">
      <button type="button" class="button secondary next" @click=${toggle}>${isPaused ? live.resume : live.pause}</button>
      ${
        isTorchOn === undefined
          ? nothing
          : html`<button type="button" class="button secondary" @click=${() => scanner.setTorch(!isTorchOn)}>
              ${isTorchOn ? controls.torchOff : controls.torchOn}
            </button>`
      }
      <button type="button" class="button secondary" @click=${scanner.stop}>${live.stop}</button>
    </div>
    ${zoom ? renderZoom(words, zoom, scanner) : nothing}`
}

function renderZoom({ controls }: LiveWords, zoom: Zoom, scanner: Scanner): TemplateResult {
  const shown = Math.round((zoom.value / (zoom.min || 1)) * 10) / 10
  const onInput = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLInputElement) void scanner.setZoom(currentTarget.valueAsNumber)
  }
  return html`<div class="row">
    <label for="zoom">${controls.zoom}</label>
    <input
      id="zoom"
      type="range"
      min=${zoom.min}
      max=${zoom.max}
      step=${zoom.step}
      .value=${String(zoom.value)}
      aria-valuetext=${fillWords(controls.zoomValue, { value: shown })}
      @input=${onInput}
    />
  </div>`
}
