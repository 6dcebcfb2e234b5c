import type { FiledDeclaration } from '@kbyt/sdk'
import type { Language } from '@kbyt/sdk/schema'
import { html, nothing, type TemplateResult } from 'lit'
import { renderActionButton } from '../fields/action-button.js'
import { printQrs } from '../qr-view/print-qrs.js'
import type { ShownQr } from '../qr-view/shown-qr.js'
import { fillWords } from '../words/catalogue.js'
import type { DeclarationFormWords } from '../words/declaration-form.vi.js'
import { sayInstant } from '../words/say-instant.js'

interface DoneOptions {
  readonly words: DeclarationFormWords
  readonly language: Language
  readonly onAgain: () => void
}

type FiledPerson = FiledDeclaration['people'][number]

/** One QR per person with the name above, the note of the dispatch, all of them on paper. */
export function renderDone(filed: FiledDeclaration, options: DoneOptions): TemplateResult {
  const { words, onAgain } = options
  const printAll = () =>
    printQrs(
      filed.people.map((person) => toShownQr(person, options)),
      words.qrView.keepQr,
    )
  return html`
    <div class="stack">
      <div class="notice success">
        <h2 tabindex="-1" id="heading">${words.done.title}</h2>
        <p>${words.done.intro}</p>
      </div>
      ${filed.people.map(renderPass)}
      <p class="notice">${words.qrView.keepQr}</p>
      <div class="actions">
        ${filed.people.length > 1 ? renderActionButton({ label: words.done.print, onPress: printAll }) : nothing}
        <button type="button" class="link" @click=${onAgain}>${words.done.again}</button>
      </div>
    </div>
  `
}

function renderPass({ person, pass }: FiledPerson): TemplateResult {
  return html`<kbyt-qr-view .pass=${pass} .label=${person.fullName}></kbyt-qr-view>`
}

function toShownQr({ person, pass }: FiledPerson, { words, language }: DoneOptions): ShownQr {
  const { qrView } = words
  return {
    text: pass.text,
    name: person.fullName,
    label: fillWords(qrView.pictureOf, { name: person.fullName }),
    line: fillWords(qrView.validUntil, { when: sayInstant(pass.validUntil, language) }),
  }
}
