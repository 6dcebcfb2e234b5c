import { html, type TemplateResult } from 'lit'
import type { ReaderWords } from '../words/reader.vi.js'

/** Fewer letters at once are a word that a keyboard completed. */
const shortestInsertion = 8

/** A box for devices that insert a whole text and press no keys, such as scanners in handhelds. */
export function renderInsertionBox(
  { reader }: ReaderWords,
  onInsertion: (text: string) => void,
): TemplateResult {
  const onInput = ({ currentTarget, data, inputType }: InputEvent & { inputType: string }) => {
    if (!(currentTarget instanceof HTMLInputElement)) return
    const isWhole = inputType === 'insertFromPaste' || (data?.length ?? 0) >= shortestInsertion
    if (!isWhole) return
    const { value } = currentTarget
    currentTarget.value = ''
    onInsertion(value)
  }
  return html`<div class="field">
    <label for="insertion">${reader.box}</label>
    <p class="hint" id="insertion-hint">${reader.boxHint}</p>
    <input
      id="insertion" aria-describedby="insertion-hint" inputmode="none" autocomplete="off"
      autocapitalize="none" autocorrect="off" spellcheck="false" @input=${onInput}
    />
  </div>`
}
