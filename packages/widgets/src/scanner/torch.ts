// TypeScript's DOM library does not know the torch yet (W3C mediacapture-image).
type TorchCapabilities = MediaTrackCapabilities & { readonly torch?: boolean }
type TorchConstraints = MediaTrackConstraintSet & { readonly torch: boolean }

/** Whether the camera has a light of its own that can be switched. */
export function hasTorch(stream: MediaStream): boolean {
  const track = stream.getVideoTracks()[0]
  const capabilities: TorchCapabilities = track?.getCapabilities?.() ?? {}
  return capabilities.torch === true
}

/** Switches the light; false when the camera refuses. */
export async function switchTorch(stream: MediaStream, isOn: boolean): Promise<boolean> {
  const torch: TorchConstraints = { torch: isOn }
  const track = stream.getVideoTracks()[0]
  try {
    await track?.applyConstraints({ advanced: [torch] })
    return true
  } catch {
    return false
  }
}
