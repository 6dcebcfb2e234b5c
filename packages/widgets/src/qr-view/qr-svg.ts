import { svg, type TemplateResult } from 'lit'
import { type QrMatrix, toQrMatrix } from './qr-matrix.js'

/** ISO/IEC 18004 asks four light modules on each side; scanners miss codes without them. */
export const quietZone = 4

/**
 * Draws a text as a QR code: black on white whatever the page's theme, one path, sharp edges.
 *
 * @param label - What a screen reader says instead of the picture.
 */
export function toQrSvg(text: string, label: string): TemplateResult {
  const matrix = toQrMatrix(text)
  const width = matrix.size + 2 * quietZone
  return svg`<svg
      class="qr" part="qr" role="img" aria-label=${label} shape-rendering="crispEdges"
      viewBox="0 0 ${width} ${width}" xmlns="http://www.w3.org/2000/svg"
    ><rect width=${width} height=${width} fill="#fff"></rect><path fill="#000" d=${toPath(matrix)}></path></svg>`
}

/** One closed rectangle for every run of dark modules in a row. */
function toPath(matrix: QrMatrix): string {
  const rows = Array.from({ length: matrix.size }, (_, row) => rowToPath(matrix, row))
  return rows.join('')
}

function rowToPath({ size, isDark }: QrMatrix, row: number): string {
  let path = ''
  for (let start = 0; start < size; start++) {
    if (!isDark(row, start)) continue
    let end = start
    while (end < size && isDark(row, end)) end++
    path += `M${start + quietZone} ${row + quietZone}h${end - start}v1h${start - end}z`
    start = end
  }
  return path
}
