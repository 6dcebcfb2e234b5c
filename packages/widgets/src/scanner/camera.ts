/** Why there is no picture; each has its own sentence and leaves file and typing as the way on. */
export type CameraProblem = 'denied' | 'busy' | 'unplugged' | 'insecure' | 'absent'

/** What the scanner needs of a browser; passed in by tests and by hosts with their own camera. */
export interface CameraSource {
  readonly isSecure: boolean
  readonly mediaDevices: Pick<MediaDevices, 'getUserMedia'> | undefined
}

/** The camera of the page. Read when asked for, so that importing does nothing. */
export const pageCamera: CameraSource = {
  get isSecure() {
    return globalThis.isSecureContext === true
  },
  get mediaDevices() {
    return globalThis.navigator?.mediaDevices
  },
}

/** The back camera where there is one; `exact` would refuse laptops. */
const constraints: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'environment', width: { ideal: 1_280 }, height: { ideal: 720 } },
}

/** Asks for the camera: a picture, or why there is none. */
export async function openCamera({
  isSecure,
  mediaDevices,
}: CameraSource): Promise<MediaStream | CameraProblem> {
  if (!isSecure) return 'insecure'
  if (!mediaDevices) return 'absent'
  try {
    return await mediaDevices.getUserMedia(constraints)
  } catch (error) {
    return toProblem(error)
  }
}

function toProblem(error: unknown): CameraProblem {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'absent'
  return 'busy' // NotReadableError, AbortError: another program holds it
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** Whether this page may use the camera without being asked; false where the browser does not tell. */
export async function isCameraAllowed(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: 'camera' })
    return state === 'granted'
  } catch {
    return false
  }
}
