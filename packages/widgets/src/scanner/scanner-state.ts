import type { CameraProblem } from './camera/open-camera.js'
import type { CameraView } from './camera/shared-camera.js'
import type { FoundCode } from './decoder/decoder.js'

/** What a scanner is doing. */
export type ScannerState =
  /** Off, until started. */
  | { readonly step: 'idle' }
  /** The browser asks the person, or the camera is warming up. */
  | { readonly step: 'asking' }
  | { readonly step: 'scanning'; readonly camera: CameraView }
  /** The picture stands still and is not looked at; the camera stays reserved. */
  | { readonly step: 'paused'; readonly camera: CameraView }
  /** Several codes are in the picture, which stands still until one is chosen. */
  | { readonly step: 'choosing'; readonly camera: CameraView; readonly codes: readonly FoundCode[] }
  /** Off while the page is hidden; on again when it shows. */
  | { readonly step: 'hidden' }
  /** There is no picture; `start()` tries again. */
  | { readonly step: 'failed'; readonly problem: CameraProblem }
