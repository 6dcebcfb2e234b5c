interface Size {
  readonly width: number
  readonly height: number
}

/** How large a frame is shown: a video's may be stored otherwise. */
export function findSize(frame: ImageBitmap | VideoFrame): Size {
  if ('displayWidth' in frame) return { width: frame.displayWidth, height: frame.displayHeight }
  return { width: frame.width, height: frame.height }
}
