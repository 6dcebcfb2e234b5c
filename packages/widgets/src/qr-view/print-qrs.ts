import { css, html, render } from 'lit'
import { toQrSvg } from './qr-svg.js'
import type { ShownQr } from './shown-qr.js'

/** On paper everything else of the page makes room; on the screen nothing changes. */
const pageStyles = css`
  @media screen {
    [data-kbyt-print] {
      display: none !important;
    }
  }
  @media print {
    body > :not([data-kbyt-print]) {
      display: none !important;
    }
    body {
      display: block !important;
      margin: 0 !important;
      padding: 0 !important;
      background: none !important;
    }
  }
`

/** 7 cm wide: a version 7 code then has modules of 1.3 mm, which cheap printers hold. */
const sheetStyles = css`
  article {
    break-inside: avoid;
    break-after: page;
    color: #000;
    font: 12pt/1.5 system-ui, 'Noto Sans', Arial, sans-serif;
    text-align: center;
  }
  article:last-child {
    break-after: auto;
  }
  h1 {
    margin: 0;
    font-size: 18pt;
    overflow-wrap: anywhere;
  }
  .qr {
    inline-size: 7cm;
    block-size: 7cm;
  }
  p {
    margin: 0 auto 0.5em;
    max-inline-size: 15cm;
  }
  .note {
    font-size: 10pt;
  }
`

/**
 * Prints QR codes, one a page, name above and note below, and nothing else of the page. Works from
 * inside any shadow root: the sheet is laid beside the page's own content while it prints.
 */
export function printQrs(codes: readonly ShownQr[], note: string): void {
  const sheet = laySheet(codes, note)
  const remove = () => {
    removeEventListener('afterprint', remove)
    sheet.remove()
    const { styleSheet } = pageStyles
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== styleSheet)
  }
  addEventListener('afterprint', remove)
  print()
}

function laySheet(codes: readonly ShownQr[], note: string): HTMLElement {
  for (const old of document.querySelectorAll('[data-kbyt-print]')) old.remove()
  const sheet = document.createElement('div')
  sheet.dataset.kbytPrint = ''
  const root = sheet.attachShadow({ mode: 'open' })
  if (sheetStyles.styleSheet) root.adoptedStyleSheets = [sheetStyles.styleSheet]
  render(
    codes.map((code) => renderPage(code, note)),
    root,
  )
  const { styleSheet } = pageStyles
  if (styleSheet && !document.adoptedStyleSheets.includes(styleSheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet]
  }
  document.body.append(sheet)
  return sheet
}

function renderPage({ text, name, label, line }: ShownQr, note: string) {
  return html`<article>
    ${name && html`<h1>${name}</h1>`}
    ${toQrSvg(text, label)}
    ${line && html`<p>${line}</p>`}
    <p class="note">${note}</p>
  </article>`
}
