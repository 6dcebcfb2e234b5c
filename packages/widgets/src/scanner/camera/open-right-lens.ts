import { loadPreferences, savePreferences } from '../preferences.js'
import type { CameraSource } from './camera-source.js'
import { closeCamera } from './close-camera.js'
import { findBetterLens } from './find-better-lens.js'
import { getLensId } from './get-lens-id.js'
import { listLenses } from './lenses.js'
import { type CameraProblem, openCamera } from './open-camera.js'

/**
 * Asks for the camera that was granted or chosen last; the first time for the one on the back, and
 * there for the lens that reads codes best.
 *
 * @param isWanted Asked before each further step: nobody may wait for the camera any more.
 */
export async function openRightLens(
  source: CameraSource,
  isWanted: () => boolean,
): Promise<MediaStream | CameraProblem> {
  const { lensId } = loadPreferences()
  if (lensId !== undefined) {
    const opened = await openCamera(source, lensId)
    if (opened !== 'absent' && opened !== 'busy') return opened
    // Unplugged, or the browser has given it another id.
    if (opened === 'absent') savePreferences({ lensId: undefined })
  }
  const opened = await openCamera(source)
  return typeof opened === 'string' ? opened : improve(opened, source, isWanted)
}

async function improve(
  stream: MediaStream,
  source: CameraSource,
  isWanted: () => boolean,
): Promise<MediaStream | CameraProblem> {
  if (!isWanted()) return stream
  const betterId = findBetterLens(await listLenses(source.mediaDevices), getLensId(stream))
  if (betterId === undefined || !isWanted()) return remember(stream)
  closeCamera(stream) // many phones open only one lens at a time
  const better = await openCamera(source, betterId)
  return typeof better === 'string' ? openCamera(source) : remember(better)
}

/** A front camera was not what we asked for: next time we ask again. */
function remember(stream: MediaStream): MediaStream {
  const { facingMode } = stream.getVideoTracks()[0]?.getSettings() ?? {}
  const lensId = getLensId(stream)
  if (lensId && facingMode !== 'user') savePreferences({ lensId })
  return stream
}
