type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/**
 * A canvas to draw a picture on and read its pixels.
 *
 * @throws {Error} The browser has none.
 */
export function createContext(size: { readonly width: number; readonly height: number }): Context {
  const canvas =
    typeof OffscreenCanvas === 'function'
      ? new OffscreenCanvas(size.width, size.height)
      : Object.assign(document.createElement('canvas'), size)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser has no canvas to read a picture with.')
  return context as Context
}
