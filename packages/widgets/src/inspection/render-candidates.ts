import type { Candidate } from '@kbyt/sdk/inspection'
import { html, type TemplateResult } from 'lit'
import { fillWords } from '../words/catalogue.js'
import type { InspectionWords } from '../words/inspection.vi.js'

/** The people of one phone: enough to choose by; choosing is a look-up of its own. */
export function renderCandidates(
  candidates: readonly Candidate[],
  { result }: InspectionWords,
  onChoose: (candidate: Candidate) => void,
): TemplateResult {
  return html`<section class="stack-tight" aria-labelledby="candidates-title">
    <h3 id="candidates-title">${result.choose}</h3>
    <p>${fillWords(result.chooseCount, { count: candidates.length })}</p>
    <ul class="candidates">
      ${candidates.map(
        (candidate) => html`<li>
          <button type="button" class="candidate" @click=${() => onChoose(candidate)}>
            <strong>${candidate.fullName}</strong>
            <span>${result.birthYear} ${candidate.birthYear}</span>
            <span class="number">${candidate.maskedIdNumber}</span>
          </button>
        </li>`,
      )}
    </ul>
  </section>`
}
