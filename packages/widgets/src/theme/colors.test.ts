import { describe, expect, it } from 'vitest'
import { type ColorName, colors } from './colors.js'

function toLuminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function toContrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [toLuminance(one), toLuminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const texts: [ColorName, ColorName][] = [
  ['text', 'surface'],
  ['text', 'panel'],
  ['text', 'danger-panel'],
  ['text', 'warning-panel'],
  ['text', 'success-panel'],
  ['text-muted', 'surface'],
  ['text-muted', 'panel'],
  ['accent', 'surface'],
  ['accent', 'panel'],
  ['accent', 'warning-panel'],
  ['accent-strong', 'panel'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['danger', 'surface'],
  ['danger', 'danger-panel'],
  ['warning', 'surface'],
  ['warning', 'warning-panel'],
  ['success', 'surface'],
  ['success', 'success-panel'],
]

describe.each(['light', 'dark'] as const)('in %s', (mode) => {
  it.each(texts)('%s reads on %s', (text, ground) => {
    expect(toContrast(colors[text][mode], colors[ground][mode])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['border', 'focus'] as const)('the edge of %s can be seen', (edge) => {
    expect(toContrast(colors[edge][mode], colors.surface[mode])).toBeGreaterThanOrEqual(3)
  })
})
