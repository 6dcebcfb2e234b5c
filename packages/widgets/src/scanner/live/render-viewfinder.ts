import { html, nothing, svg, type TemplateResult } from 'lit'
import type { FoundCode } from '../decoder/decoder.js'

interface ViewfinderOptions {
  readonly label: string
  readonly video: HTMLVideoElement
  readonly isShown: boolean
  /** Their corners are in the pixels of the video. */
  readonly codes: readonly FoundCode[]
  /** Chooses a code by a tap on its outline; undefined while nothing is offered. */
  readonly onChoose: ((index: number) => void) | undefined
}

/**
 * The picture with the outlines of its codes over it. The drawing fits in as the video does
 * (`meet` is `object-fit: contain`), so that corners need no reckoning.
 */
export function renderViewfinder(options: ViewfinderOptions): TemplateResult {
  const { label, video, isShown, codes, onChoose } = options
  const size = [video.videoWidth || 4, video.videoHeight || 3] as const
  video.setAttribute('aria-label', label)
  return html`<div class="viewfinder" part="viewfinder" ?hidden=${!isShown}>
    ${video}
    ${codes.length > 0 ? nothing : html`<span class="frame" aria-hidden="true"></span>`}
    <svg
      class="outlines"
      viewBox="0 0 ${size[0]} ${size[1]}"
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      ${codes.map((code, index) => renderOutline(code, index, size, onChoose))}
    </svg>
  </div>`
}

function renderOutline(
  { corners }: FoundCode,
  index: number,
  [width, height]: readonly [number, number],
  onChoose: ViewfinderOptions['onChoose'],
): TemplateResult {
  const points = corners.map(({ x, y }) => `${x},${y}`).join(' ')
  const radius = Math.min(width, height) / 14
  const middle = toMiddle(corners)
  return svg`<g class=${onChoose ? 'offered' : ''} @click=${() => onChoose?.(index)}>
    <polygon points=${points}></polygon>
    ${
      onChoose
        ? svg`<circle cx=${middle.x} cy=${middle.y} r=${radius}></circle>
          <text x=${middle.x} y=${middle.y} font-size=${radius * 1.2}>${index + 1}</text>`
        : nothing
    }
  </g>`
}

const toMiddle = (corners: FoundCode['corners']) => ({
  x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
  y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
})
