import type { Grey } from '../frame/picture.js'
import { denoise } from './denoise.js'
import { double } from './double.js'
import { halve } from './halve.js'
import { level } from './level.js'
import { mapLight } from './map-light.js'
import { sharpen } from './sharpen.js'

/** What can be done to a picture before an engine looks at it. */
export type AttemptName = keyof typeof attempts

/** One way to prepare a picture, and how much larger that makes it. */
export interface Attempt {
  readonly scale: number
  readonly prepare: (grey: Grey) => Grey
}

/** Every preparation but `plain`, the picture as it is. Numbers: docs/decisions/0026. */
export const attempts = {
  inverted: { scale: 1, prepare: (grey) => mapLight(grey, (light) => 1 - light) },
  gamma: { scale: 2, prepare: (grey) => double(mapLight(grey, (light) => light ** 2)) },
  double: { scale: 2, prepare: double },
  contrast: { scale: 2, prepare: (grey) => double(level(grey, 24, 3)) },
  'sharp-contrast': { scale: 2, prepare: (grey) => sharpen(double(level(grey, 12, 2)), 4, 1) },
  sharp: { scale: 2, prepare: (grey) => sharpen(double(grey), 6, 5) },
  half: { scale: 0.5, prepare: halve },
  denoise: { scale: 0.5, prepare: (grey) => halve(denoise(grey)) },
} as const satisfies Readonly<Record<string, Attempt>>
