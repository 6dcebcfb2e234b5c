import { html, nothing, type TemplateResult } from 'lit'
import { fillWords } from '../../words/catalogue.js'
import type { LiveWords } from '../../words/scanner-live.vi.js'
import type { CameraProblem } from '../camera/open-camera.js'
import type { ScannerState } from '../scanner-state.js'

interface ProgressOptions {
  readonly words: LiveWords
  readonly state: ScannerState
  /** The app whose own browser shows the page. */
  readonly app: string | undefined
  readonly onStart: () => void
}

/** What the camera is doing, or why there is no picture and what to do then. */
export function renderProgress(options: ProgressOptions): TemplateResult | typeof nothing {
  const { state, words } = options
  const { step } = state
  if (step === 'failed') return renderProblem(options, state.problem)
  if (step !== 'hidden' && step !== 'scanning' && step !== 'paused') return nothing
  return html`<p role="status" class=${step === 'hidden' ? 'notice' : ''}>${words.live[step]}</p>`
}

/** A page that is not secure stays so; one in a foreign frame needs a tab of its own. */
function renderProblem(options: ProgressOptions, problem: CameraProblem): TemplateResult {
  const { words, app = '', onStart } = options
  const sentence = html`<p role="alert" class="notice warning">
    ${fillWords(words.camera[problem], { app })}
  </p>`
  if (problem === 'insecure') return sentence
  if (problem === 'barred')
    return html`${sentence}
      <a class="button secondary next" href=${location.href} target="_blank" rel="noopener">${words.live.openAlone}</a>`
  return html`${sentence}
    <button type="button" class="button secondary next" @click=${onStart}>${words.live.again}</button>`
}
