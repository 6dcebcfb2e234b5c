import { html, type TemplateResult } from 'lit'
import { toQrSvg } from '../qr-view/qr-svg.js'
import { fillWords } from '../words/catalogue.js'
import type { ReaderWords } from '../words/reader.vi.js'
import { numberOf, testCodes } from './test-codes.js'

/** How a reader should be set, whatever its make. */
export function renderSettings({ reader, settings }: ReaderWords): TemplateResult {
  return html`<section class="stack-tight">
    <h2>${reader.settingsTitle}</h2>
    <ul class="settings">
      ${Object.values(settings).map((setting) => html`<li>${setting}</li>`)}
    </ul>
  </section>`
}

/** The test codes on one sheet of paper; on the screen it is not there. */
export function renderSheet(words: ReaderWords): TemplateResult {
  const { reader, codes } = words
  return html`<div class="sheet">
    <h2>${reader.sheetTitle}</h2>
    <p>${reader.sheetNote}</p>
    <div class="sheet-codes">
      ${testCodes.map(({ name, text }) => {
        const values = { number: numberOf(name), name: codes[name] }
        return html`<figure>
          ${toQrSvg(text, fillWords(reader.pictureOf, values))}
          <figcaption>${fillWords(reader.codeOf, values)}</figcaption>
        </figure>`
      })}
    </div>
    ${renderSettings(words)}
  </div>`
}
