import type { CameraDevices } from './camera-source.js'

/** One camera of the device; a phone has several on its back. */
export interface Lens {
  readonly id: string
  /** As the browser names it; empty where it does not tell. */
  readonly label: string
}

/** The cameras of the device, by the browser's names; none where it does not tell them apart. */
export async function listLenses(devices: CameraDevices | undefined): Promise<readonly Lens[]> {
  const found = await devices?.enumerateDevices?.().catch(() => [])
  return (found ?? [])
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}
