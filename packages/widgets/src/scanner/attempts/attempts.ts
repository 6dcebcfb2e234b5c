import type { Grey } from '../frame/picture.js'
import { denoise } from './denoise.js'
import { double } from './double.js'
import { halve } from './halve.js'
import { level } from './level.js'
import { mapLight } from './map-light.js'
import { sharpen } from './sharpen.js'

/** What can be done to a picture before an engine looks at it. */
export type AttemptName = keyof typeof attempts

/** One way to prepare a picture, stage by stage, and how much larger that makes it. */
export interface Attempt {
  readonly scale: number
  readonly stages: readonly ((grey: Grey) => Grey)[]
}

const invert = (grey: Grey): Grey => mapLight(grey, (light) => 1 - light)
const deepen = (grey: Grey): Grey => mapLight(grey, (light) => light ** 2)
const levelBy = (radius: number, gain: number) => (grey: Grey) => level(grey, radius, gain)
const sharpenBy = (radius: number, strength: number) => (grey: Grey) =>
  sharpen(grey, radius, strength)

/** Every preparation but `plain`, the picture as it is. Numbers: docs/decisions/0026. */
export const attempts = {
  inverted: { scale: 1, stages: [invert] },
  gamma: { scale: 2, stages: [deepen, double] },
  double: { scale: 2, stages: [double] },
  contrast: { scale: 2, stages: [levelBy(24, 3), double] },
  'sharp-contrast': { scale: 2, stages: [levelBy(12, 2), double, sharpenBy(4, 1)] },
  sharp: { scale: 2, stages: [double, sharpenBy(6, 5)] },
  half: { scale: 0.5, stages: [halve] },
  denoise: { scale: 0.5, stages: [denoise, halve] },
} as const satisfies Readonly<Record<string, Attempt>>
