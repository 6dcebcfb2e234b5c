import { html, type TemplateResult } from 'lit'
import type { ShellWords } from '../words/scanner.vi.js'

/** Ways to a picture without a camera of the page: the phone's own camera, a file, drop and paste. */
export function renderPictures(
  { ways }: ShellWords,
  onPicture: (file: File) => void,
): TemplateResult {
  const onChange = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLInputElement)) return
    const file = currentTarget.files?.[0]
    if (file) onPicture(file)
    currentTarget.value = '' // so that the same file can be chosen again
  }
  return html`<div class="stack-tight">
    <div class="actions">
      <span class="picture photo">
        <input class="visually-hidden" id="photo" type="file" accept="image/*" capture="environment" @change=${onChange} />
        <label class="button secondary" for="photo">${ways.photo}</label>
      </span>
      <span class="picture">
        <input class="visually-hidden" id="file" type="file" accept="image/*" aria-describedby="drop" @change=${onChange} />
        <label class="button secondary" for="file">${ways.file}</label>
      </span>
    </div>
    <p id="drop" class="hint">${ways.drop}</p>
  </div>`
}
