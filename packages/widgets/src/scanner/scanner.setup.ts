import { html } from 'lit'
import { vi } from 'vitest'
import { render } from 'vitest-browser-lit'
import { drawQr } from '../qr-view/draw-qr.js'
import type { CameraSource } from './camera.js'
import './define.js'
import type { KbytCodeScannedEvent } from './scanner.events.js'

export const text = '1234567890'.repeat(20)
export const draw = (code: string) => drawQr({ text: code, name: '', label: '', line: '' })

/** A scanner in the page, and the codes it reports. */
export function setup(camera: CameraSource) {
  const codes: string[] = []
  const screen = render(html`<kbyt-scanner
    lang="vi" .camera=${camera}
    @kbyt-code-scanned=${({ text: code }: KbytCodeScannedEvent) => codes.push(code)}
  ></kbyt-scanner>`)
  const element = screen.container.querySelector('kbyt-scanner')!
  const start = () => screen.getByRole('button', { name: 'Bật máy ảnh' }).click()
  return { screen, element, codes, start }
}

/** A camera that looks at a canvas. */
export function showing(canvas: HTMLCanvasElement) {
  const stream = canvas.captureStream(20)
  const ticking = setInterval(() => canvas.getContext('2d')?.fillRect(0, 0, 1, 1), 50)
  stream.getVideoTracks()[0]?.addEventListener('ended', () => clearInterval(ticking))
  const getUserMedia = vi.fn(async () => stream)
  return { camera: { isSecure: true, mediaDevices: { getUserMedia } }, stream, getUserMedia }
}

export const refusing = (name: string): CameraSource => ({
  isSecure: true,
  mediaDevices: { getUserMedia: () => Promise.reject(new DOMException('', name)) },
})
