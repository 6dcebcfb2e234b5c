import type { CameraSource } from './camera-source.js'
import { createSharedCamera, type SharedCamera } from './shared-camera.js'

const cameras = new WeakMap<object, SharedCamera>()

/** The one camera of all scanners that look through the same devices of a page. */
export function shareCamera(source: CameraSource): SharedCamera {
  const key = source.mediaDevices ?? source
  const shared = cameras.get(key) ?? createSharedCamera(source)
  cameras.set(key, shared)
  return shared
}
