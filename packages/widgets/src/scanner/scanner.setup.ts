import { html } from 'lit'
import { onTestFinished, vi } from 'vitest'
import { render } from 'vitest-browser-lit'
import { drawQr } from '../qr-view/draw-qr.js'
import type { CameraSource } from './camera/camera-source.js'
import './define.js'
import type { Decoder, FoundCode } from './decoder/decoder.js'
import type { KbytCodeScannedEvent } from './scanner.events.js'

export const text = '1234567890'.repeat(20)
export const draw = (code: string) => drawQr({ text: code, name: '', label: '', line: '' })

/** A scanner in the page, and the codes it reports; `createDecoder` in place of its own. */
export function setup(camera: CameraSource, createDecoder?: () => Decoder) {
  localStorage.removeItem('kbyt.scanner')
  const codes: string[] = []
  const screen = render(html`<kbyt-scanner
    lang="vi" .camera=${camera} .createDecoder=${createDecoder}
    @kbyt-code-scanned=${({ text: code }: KbytCodeScannedEvent) => codes.push(code)}
  ></kbyt-scanner>`)
  const element = screen.container.querySelector('kbyt-scanner')!
  const start = () => screen.getByRole('button', { name: 'Bật máy ảnh' }).click()
  return { screen, element, codes, start }
}

/** A camera that looks at a canvas; `track` is what its track says and does beside that. */
export function showing(canvas: HTMLCanvasElement, track: Partial<TrackFake> = {}) {
  const stream = canvas.captureStream(20)
  const ticking = setInterval(() => canvas.getContext('2d')?.fillRect(0, 0, 1, 1), 50)
  stream.getVideoTracks()[0]?.addEventListener('ended', () => clearInterval(ticking))
  onTestFinished(() => clearInterval(ticking))
  Object.assign(stream.getVideoTracks()[0]!, track)
  const getUserMedia = vi.fn(async (_constraints?: MediaStreamConstraints) => stream)
  const mediaDevices: CameraSource['mediaDevices'] & object = { getUserMedia }
  return { camera: { isSecure: true, mediaDevices }, stream, getUserMedia }
}

/** What TypeScript's DOM library does not know of tracks, and what a canvas does not have. */
export interface TrackFake {
  getCapabilities(): object
  getSettings(): object
  applyConstraints(constraints: MediaTrackConstraints): Promise<void>
}

export const refusing = (name: string): CameraSource => ({
  isSecure: true,
  mediaDevices: { getUserMedia: () => Promise.reject(new DOMException('', name)) },
})

/** A decoder that sees what the test says lies before the camera. */
export function seeing(...texts: string[]) {
  const view: { codes: readonly FoundCode[] } = { codes: [] }
  const close = vi.fn()
  const decoder: Decoder = {
    async decode(frame) {
      if ('close' in frame) frame.close()
      return view.codes
    },
    close,
  }
  const show = (...shown: string[]) => {
    view.codes = shown.map((code, index) => toFound(code, index * 60))
  }
  show(...texts)
  return { createDecoder: () => decoder, show, close }
}

/** A code somewhere in the picture, as a decoder finds it. */
export function toFound(code: string, left = 10): FoundCode {
  const [right, top, bottom] = [left + 50, 10, 60]
  return {
    text: code,
    corners: [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ],
    engine: 'fake',
    attempt: 'plain',
  }
}

export async function toFile(canvas: HTMLCanvasElement): Promise<File> {
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)))
  return new File([blob], 'qr.png', { type: 'image/png' })
}

/** Tells the page whether it is seen; the browser does after the test. */
export function setTab(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  onTestFinished(() => void Reflect.deleteProperty(document, 'visibilityState'))
  document.dispatchEvent(new Event('visibilitychange'))
}

export const nextTask = () => new Promise((resolve) => setTimeout(resolve))

/** A busy machine takes its time to load what a test waits for. */
export const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000 })
