import { html, type TemplateResult } from 'lit'
import { fillWords } from '../words/catalogue.js'
import type { DeclarationFormWords } from '../words/declaration-form.vi.js'

const steps = 5
const stepOf = { phone: 1, code: 2, person: 3, people: 3, health: 4, check: 5 } as const

/** How far the journey has come, and what this step is about. */
export function renderHeading(
  words: DeclarationFormWords,
  name: keyof typeof stepOf,
  title: string,
): TemplateResult {
  const step = stepOf[name]
  return html`<div>
    <p class="progress">${fillWords(words.form.progress, { step, steps })}</p>
    <div class="bar" aria-hidden="true">
      ${Array.from({ length: steps }, (_, at) => html`<span class=${at < step ? 'reached' : ''}></span>`)}
    </div>
    <h2 id="heading" part="heading" tabindex="-1">${title}</h2>
  </div>`
}
