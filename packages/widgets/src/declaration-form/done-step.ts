import type { FiledDeclaration } from '@kbyt/sdk'
import type { Language } from '@kbyt/sdk/schema'
import { html, nothing, type TemplateResult } from 'lit'
import { renderActionButton } from '../fields/action-button.js'
import { printQrs } from '../qr-view/print-qrs.js'
import { toShownQr } from '../qr-view/shown-qr.js'
import type { DeclarationFormWords } from '../words/declaration-form.vi.js'
import { renderSessionLine, type SessionLineOptions } from './session-line.js'

interface DoneOptions {
  readonly words: DeclarationFormWords
  readonly language: Language
  readonly session: SessionLineOptions
  readonly onAgain: () => void
}

type FiledPerson = FiledDeclaration['people'][number]

/** One QR per person with the name above, the note of the dispatch, all of them on paper. */
export function renderDone(filed: FiledDeclaration, options: DoneOptions): TemplateResult {
  const { words, language, session, onAgain } = options
  const printAll = () =>
    printQrs(
      filed.people.map(({ pass, person }) =>
        toShownQr(pass, person.fullName, words.qrView, language),
      ),
      words.qrView.keepQr,
    )
  return html`
    <div class="stack">
      ${renderSessionLine(words, session)}
      <div class="notice success no-print">
        <h2 tabindex="-1" id="heading">${words.done.title}</h2>
        <p>${words.done.intro}</p>
      </div>
      <div class="passes">${filed.people.map(renderPass)}</div>
      <p class="notice no-print">${words.qrView.keepQr}</p>
      <div class="actions no-print">
        ${filed.people.length > 1 ? renderActionButton({ label: words.done.print, onPress: printAll }) : nothing}
        <button type="button" class="link" @click=${onAgain}>${words.done.again}</button>
      </div>
    </div>
  `
}

function renderPass({ person, pass }: FiledPerson): TemplateResult {
  return html`<kbyt-qr-view class="card" .pass=${pass} .label=${person.fullName}></kbyt-qr-view>`
}
