/** How far in the camera sees, and how far it can. */
export interface Zoom {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly value: number
}

// TypeScript's DOM library does not know light and zoom yet (W3C mediacapture-image).
interface ImageCapabilities {
  readonly torch?: boolean
  readonly zoom?: { readonly min: number; readonly max: number; readonly step?: number }
}
type ImageConstraints = { readonly torch: boolean } | { readonly zoom: number }

/** Whether the camera has a light of its own that can be switched. */
export const hasTorch = (stream: MediaStream): boolean => getCapabilities(stream).torch === true

/** The zoom of the camera; undefined where it has none. */
export function getZoom(stream: MediaStream): Zoom | undefined {
  const { zoom } = getCapabilities(stream)
  if (!zoom || !(zoom.max > zoom.min)) return undefined
  const settings: MediaTrackSettings & { readonly zoom?: number } =
    stream.getVideoTracks()[0]?.getSettings() ?? {}
  const { min, max, step } = zoom
  return { min, max, step: step || (max - min) / 100, value: settings.zoom ?? min }
}

/** Switches the light or zooms; false when the camera refuses. */
export async function setTrack(stream: MediaStream, to: ImageConstraints): Promise<boolean> {
  const wish: MediaTrackConstraintSet & ImageConstraints = to
  try {
    await stream.getVideoTracks()[0]?.applyConstraints({ advanced: [wish] })
    return true
  } catch {
    return false
  }
}

function getCapabilities(stream: MediaStream): ImageCapabilities {
  const capabilities: MediaTrackCapabilities & ImageCapabilities =
    stream.getVideoTracks()[0]?.getCapabilities?.() ?? {}
  return capabilities
}
