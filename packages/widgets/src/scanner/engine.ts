/** How hard to look: a video frame gets one quick attempt, a file all of them. */
export type ScanEffort = 'frame' | 'file'

/**
 * Finds a QR code in a picture. An engine knows nothing of cameras, files or pages, so that another
 * one (native, WebAssembly, in a worker) can take its place.
 */
export interface ScanEngine {
  readonly name: string
  /** The text of a code in the picture; undefined when there is none. Never rejects for a bad picture. */
  decode(image: ImageData, effort: ScanEffort): Promise<string | undefined>
}

/** Loads the engine when the camera or a file is first used, never before. */
export async function loadEngine(): Promise<ScanEngine> {
  const { createZxingEngine } = await import('./zxing-engine.js')
  return createZxingEngine()
}
