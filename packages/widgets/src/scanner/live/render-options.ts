import { html, nothing, type TemplateResult } from 'lit'
import type { LiveWords } from '../../words/scanner-live.vi.js'
import type { CameraView } from '../camera/shared-camera.js'
import type { Scanner } from '../scanner-options.js'
import { nameLenses } from './name-lenses.js'
import { canVibrate, type Signal } from './signal.js'

interface OptionsOptions {
  readonly words: LiveWords
  readonly camera: CameraView
  readonly scanner: Scanner
  readonly signal: Signal
  readonly onChange: () => void
}

/** What is chosen once and remembered: which lens, and how a code that was read makes itself felt. */
export function renderOptions({
  words,
  camera,
  scanner,
  signal,
  onChange,
}: OptionsOptions): TemplateResult {
  const { controls } = words
  const toSwitch = (id: string, label: string, isOn: boolean, set: (isOn: boolean) => void) => {
    const change = ({ currentTarget }: Event) => {
      if (currentTarget instanceof HTMLInputElement) set(currentTarget.checked)
      onChange()
    }
    return html`<label class="choice" for=${id}>
      <input id=${id} type="checkbox" .checked=${isOn} @change=${change} /> ${label}
    </label>`
  }
  return html`<details>
    <summary>${controls.options}</summary>
    ${camera.lenses.length > 1 ? renderLenses(words, camera, scanner) : nothing}
    ${toSwitch('sound', controls.sound, signal.hasSound, signal.setSound)}
    ${
      canVibrate()
        ? toSwitch('vibration', controls.vibration, signal.hasVibration, signal.setVibration)
        : nothing
    }
  </details>`
}

function renderLenses(words: LiveWords, camera: CameraView, scanner: Scanner): TemplateResult {
  const names = nameLenses(camera.lenses, words.controls)
  const onChange = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLSelectElement) void scanner.chooseLens(currentTarget.value)
  }
  return html`<div class="row">
    <label for="lens">${words.controls.lens}</label>
    <select id="lens" @change=${onChange}>
      ${camera.lenses.map(
        ({ id }, index) =>
          html`<option value=${id} ?selected=${id === camera.lensId}>${names[index]}</option>`,
      )}
    </select>
  </div>`
}
