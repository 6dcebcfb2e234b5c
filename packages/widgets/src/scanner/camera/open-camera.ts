import type { CameraSource } from './camera-source.js'
import { closeCamera } from './close-camera.js'

/** Why there is no picture; each has its own sentence and leaves file and typing as the way on. */
export type CameraProblem =
  | 'denied'
  | 'busy'
  | 'unplugged'
  | 'insecure'
  | 'absent'
  | 'in-app'
  | 'barred'

/** Nobody reads a question and answers it in less: a refusal this quick is not a person's. */
const quickestAnswerMs = 250

/**
 * Asks for the camera, or for one lens of it: a picture, or why there is none.
 *
 * @param lensId The device to open; the back camera where there is one otherwise.
 */
export async function openCamera(
  source: CameraSource,
  lensId?: string | undefined,
): Promise<MediaStream | CameraProblem> {
  const { mediaDevices, inAppBrowser } = source
  if (!source.isSecure) return 'insecure'
  if (source.isBarred) return 'barred'
  if (!mediaDevices) return inAppBrowser ? 'in-app' : 'absent'
  const askedAt = performance.now()
  try {
    const stream = await mediaDevices.getUserMedia({ audio: false, video: toConstraints(lensId) })
    if (stream.getVideoTracks().length > 0) return stream
    closeCamera(stream)
    return 'absent'
  } catch (error) {
    if (inAppBrowser) return 'in-app'
    const problem = toProblem(error)
    const isQuick = performance.now() - askedAt < quickestAnswerMs
    return problem === 'denied' && source.isMaybeBarred && isQuick ? 'barred' : problem
  }
}

/** Not `exact` for the side: that would refuse laptops. */
function toConstraints(lensId: string | undefined): MediaTrackConstraints {
  const size = { width: { ideal: 1_280 }, height: { ideal: 720 } }
  return lensId === undefined
    ? { ...size, facingMode: 'environment' }
    : { ...size, deviceId: { exact: lensId } }
}

function toProblem(error: unknown): CameraProblem {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'absent'
  return 'busy' // NotReadableError, AbortError: another program holds it
}
