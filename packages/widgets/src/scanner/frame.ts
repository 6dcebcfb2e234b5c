/** Longest side handed to the engine: enough for a version 11 code across half the picture, still quick. */
const frameSide = 960

/** A part of a picture: left, top, width, height. */
type Cut = readonly [number, number, number, number]

/**
 * Takes the video's newest frame, in turn as a whole and as its middle at full size: codes held
 * close fill the picture, codes held far away need its pixels.
 */
export function createFrameGrabber(video: HTMLVideoElement): () => ImageData | undefined {
  const canvas = document.createElement('canvas')
  let isMiddle = true
  return () => {
    const { videoWidth, videoHeight } = video
    if (!videoWidth || !videoHeight) return undefined
    isMiddle = !isMiddle && Math.max(videoWidth, videoHeight) > frameSide
    const side = Math.min(frameSide, videoWidth, videoHeight)
    const cut: Cut = isMiddle
      ? [(videoWidth - side) / 2, (videoHeight - side) / 2, side, side]
      : [0, 0, videoWidth, videoHeight]
    return toImageData(canvas, video, cut)
  }
}

/** The pixels of a cut, made smaller when its longer side is above `maxSide`. */
export function toImageData(
  canvas: HTMLCanvasElement,
  source: CanvasImageSource,
  [left, top, width, height]: Cut,
  maxSide = frameSide,
): ImageData | undefined {
  const scale = Math.min(1, maxSide / Math.max(width, height))
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(source, left, top, width, height, 0, 0, canvas.width, canvas.height)
  return context?.getImageData(0, 0, canvas.width, canvas.height)
}
