import { savePreferences } from '../preferences.js'
import type { CameraSource } from './camera-source.js'
import { closeCamera } from './close-camera.js'
import { getLensId } from './get-lens-id.js'
import { type Lens, listLenses } from './lenses.js'
import { type CameraProblem, openCamera } from './open-camera.js'
import { openRightLens } from './open-right-lens.js'
import { getZoom, hasTorch, setTrack, type Zoom } from './track-controls.js'

/** A camera that is on, and what can be set on it. */
export interface CameraView {
  readonly stream: MediaStream
  /** Whether the light is on; undefined where there is none. */
  readonly isTorchOn: boolean | undefined
  readonly zoom: Zoom | undefined
  /** More than one where the person can choose. */
  readonly lenses: readonly Lens[]
  readonly lensId: string | undefined
}

/** Somebody who looks through the camera. */
export interface CameraUser {
  /** The camera is on, or something about it has changed. */
  onView(view: CameraView): void
  /** There is no picture; the user has left by then. */
  onProblem(problem: CameraProblem): void
}

/** One camera for all scanners of a page: the first switches it on, the last one off. */
export interface SharedCamera {
  join(user: CameraUser): void
  /** Off within this call when it was the last user, or as soon as a pending permission comes. */
  leave(user: CameraUser): void
  setTorch(isOn: boolean): Promise<void>
  setZoom(value: number): Promise<void>
  chooseLens(id: string): Promise<void>
}

/**
 * Makes the camera that the scanners of a page share.
 *
 * Owns the stream, its light, zoom and lens. Does not own what is done with the picture.
 */
export function createSharedCamera(source: CameraSource): SharedCamera {
  const users = new Set<CameraUser>()
  let view: CameraView | undefined
  let isOpening = false

  async function open(ask: () => Promise<MediaStream | CameraProblem>): Promise<void> {
    isOpening = true
    const opened = await ask()
    isOpening = false
    if (typeof opened === 'string') return dismiss(opened)
    if (users.size === 0) return closeCamera(opened)
    show(opened)
    await offerLenses(opened)
  }

  function show(stream: MediaStream): void {
    const [track] = stream.getVideoTracks()
    track?.addEventListener('ended', () => {
      if (view?.stream === stream) dismiss('unplugged')
    })
    const isTorchOn = hasTorch(stream) ? false : undefined
    change({ stream, isTorchOn, zoom: getZoom(stream), lenses: [], lensId: getLensId(stream) })
  }

  /** The picture does not wait for the list. */
  async function offerLenses(stream: MediaStream): Promise<void> {
    const lenses = await listLenses(source.mediaDevices)
    if (view?.stream === stream && lenses.length > 1) change({ ...view, lenses })
  }

  function change(changed: CameraView): void {
    view = changed
    for (const user of [...users]) user.onView(changed)
  }

  function dismiss(problem: CameraProblem): void {
    const left = [...users]
    users.clear()
    close()
    for (const user of left) user.onProblem(problem)
  }

  function close(): void {
    if (view) closeCamera(view.stream)
    view = undefined
  }

  return {
    join(user) {
      users.add(user)
      if (view) user.onView(view)
      else if (!isOpening) void open(() => openRightLens(source, () => users.size > 0))
    },
    leave(user) {
      if (users.delete(user) && users.size === 0) close()
    },
    async setTorch(isOn) {
      const { stream } = view ?? {}
      if (!stream || !(await setTrack(stream, { torch: isOn }))) return
      if (view?.stream === stream) change({ ...view, isTorchOn: isOn })
    },
    async setZoom(value) {
      const { stream } = view ?? {}
      if (!stream || !(await setTrack(stream, { zoom: value }))) return
      if (view?.zoom && view.stream === stream) change({ ...view, zoom: { ...view.zoom, value } })
    },
    async chooseLens(id) {
      if (!view || isOpening) return
      close() // many phones open only one lens at a time
      await open(async () => {
        const opened = await openCamera(source, id)
        if (typeof opened === 'string') return openRightLens(source, () => users.size > 0)
        savePreferences({ lensId: id })
        return opened
      })
    },
  }
}
