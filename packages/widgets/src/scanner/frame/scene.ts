import type { Cut } from './cut-picture.js'
import type { Picture } from './picture.js'

/** What is looked at part by part. */
export interface Scene {
  readonly width: number
  readonly height: number
  /** A part of it, as small as it is looked at. */
  cut(cut: Cut): Picture
}
