import type { Config } from '@kbyt/sdk'
import type { Candidate, Inspection } from '@kbyt/sdk/inspection'
import type { Language } from '@kbyt/sdk/schema'
import { html, nothing, type TemplateResult } from 'lit'
import { fillWords } from '../words/catalogue.js'
import type { InspectionWords } from '../words/inspection.vi.js'
import { sayError } from '../words/say-error.js'
import type { LookUpState } from './look-up.controller.js'
import { renderCandidates } from './render-candidates.js'
import { renderCheckedPass } from './render-checked-pass.js'
import { renderRegistration } from './render-registration.js'

export interface ResultOptions {
  readonly words: InspectionWords
  readonly language: Language
  readonly config: Config
  readonly state: LookUpState
  /** Back to the people of a phone; absent when there is no list. */
  readonly onBack: (() => void) | undefined
  readonly onChoose: (candidate: Candidate) => void
}

/** What a look-up found, or one sentence saying why there is nothing and what to do next. */
export function renderResult(options: ResultOptions): TemplateResult | typeof nothing {
  const { state, onBack, words } = options
  if (state.step === 'empty') return nothing
  return html`<section class="stack result" aria-labelledby="result-title">
    <h2 id="result-title" tabindex="-1">${words.result.title}</h2>
    ${onBack ? html`<button type="button" class="link" @click=${onBack}>${words.result.backToList}</button>` : nothing}
    ${state.step === 'found' ? renderFound(options, state) : html`<p class="notice danger problem">${sayState(options)}</p>`}
  </section>`
}

function renderFound(
  { words, language, config, onChoose }: ResultOptions,
  { inspection, places }: Extract<LookUpState, { step: 'found' }>,
): TemplateResult {
  const { pass, people, candidates, isNewerPassAvailable, inspectedAt } = inspection
  const context = { words, language, config, places, inspectedAt }
  return html`${isNewerPassAvailable ? html`<p class="notice warning">${words.result.newer}</p>` : nothing}
    ${candidates.length > 0 ? renderCandidates(candidates, words, onChoose) : nothing}
    ${isNobody(inspection) ? html`<p class="notice warning problem">${sayNobody(inspection, words)}</p>` : nothing}
    <div class=${pass ? 'beside' : 'stack'}>
      ${people.map((found) => renderRegistration(found, context))}
      ${pass ? renderCheckedPass(pass, words, language) : nothing}
    </div>`
}

const isNobody = ({ people, candidates }: Inspection) => people.length + candidates.length === 0

const sayNobody = ({ pass }: Inspection, { result }: InspectionWords) =>
  pass ? result.noneInArea : result.none

/** The news a screen reader hears after a look-up, and the sentence of whatever went wrong. */
export function sayState({ state, words, language }: ResultOptions): string {
  const { result, desk, errors } = words
  switch (state.step) {
    case 'empty':
      return ''
    case 'problem':
      return state.problem === 'foreign' ? errors.qr_foreign : desk[state.problem]
    case 'failed':
      return sayError(state.error, words, language)
    case 'found': {
      const { inspection } = state
      const [person] = inspection.people
      if (person) return fillWords(result.found, { name: person.person.fullName })
      if (isNobody(inspection)) return sayNobody(inspection, words)
      return fillWords(result.chooseCount, { count: inspection.candidates.length })
    }
  }
}
