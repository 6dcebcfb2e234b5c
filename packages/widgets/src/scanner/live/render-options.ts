import { html, nothing, type TemplateResult } from 'lit'
import type { LiveWords } from '../../words/scanner-live.vi.js'
import { canVibrate, type Signal } from './signal.js'

/** How a code that was read makes itself felt. */
export function renderOptions(
  { controls }: LiveWords,
  signal: Signal,
  onChange: () => void,
): TemplateResult {
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
    ${toSwitch('sound', controls.sound, signal.hasSound, signal.setSound)}
    ${
      canVibrate()
        ? toSwitch('vibration', controls.vibration, signal.hasVibration, signal.setVibration)
        : nothing
    }
  </details>`
}
