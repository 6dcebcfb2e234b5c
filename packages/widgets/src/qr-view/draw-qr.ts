import { toQrMatrix } from './qr-matrix.js'
import { quietZone } from './qr-svg.js'
import type { ShownQr } from './shown-qr.js'

/** Pixels a module: a version 7 code becomes 636 pixels wide, sharp on any screen. */
const moduleSize = 12
const lineHeight = 40
const padding = 24
const fontFamily = 'system-ui, "Noto Sans", Arial, sans-serif'

/** Draws a QR code with the name above and its validity below, black on white, as a picture. */
export function drawQr({ text, name, line }: ShownQr): HTMLCanvasElement {
  const { size, isDark } = toQrMatrix(text)
  const width = (size + 2 * quietZone) * moduleSize
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) return canvas
  const nameLines = wrap(context, name, `bold 30px ${fontFamily}`, width - 2 * padding)
  const top = padding + nameLines.length * lineHeight
  canvas.width = width
  canvas.height = top + width + lineHeight + padding
  fill(context, '#fff', 0, 0, canvas.width, canvas.height)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [x, y] = [(column + quietZone) * moduleSize, top + (row + quietZone) * moduleSize]
      if (isDark(row, column)) fill(context, '#000', x, y, moduleSize, moduleSize)
    }
  }
  context.fillStyle = '#000'
  context.textAlign = 'center'
  context.font = `bold 30px ${fontFamily}`
  nameLines.forEach((each, index) => {
    context.fillText(each, width / 2, padding + (index + 0.75) * lineHeight)
  })
  context.font = `24px ${fontFamily}`
  context.fillText(line, width / 2, top + width + lineHeight / 2, width - 2 * padding)
  return canvas
}

function fill(
  context: CanvasRenderingContext2D,
  color: string,
  ...[x, y, width, height]: [number, number, number, number]
): void {
  context.fillStyle = color
  context.fillRect(x, y, width, height)
}

function wrap(
  context: CanvasRenderingContext2D,
  text: string,
  font: string,
  maxWidth: number,
): string[] {
  context.font = font
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word
    if (lines.length && context.measureText(longer).width <= maxWidth)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
