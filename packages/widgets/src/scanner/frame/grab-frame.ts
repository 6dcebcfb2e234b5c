import type { Frame } from '../decoder/decoder.js'

/** The video's newest frame as it is; undefined while there is none. The decoder closes it. */
export async function grabFrame(video: HTMLVideoElement): Promise<Frame | undefined> {
  if (!video.videoWidth || !video.videoHeight) return undefined
  return createImageBitmap(video).catch(() => undefined)
}
