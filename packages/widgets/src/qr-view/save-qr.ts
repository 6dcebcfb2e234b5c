import { foldName } from '@kbyt/sdk/schema'
import { drawQr } from './draw-qr.js'
import type { ShownQr } from './shown-qr.js'

/** Saves a QR code as a PNG file; false when the browser could not make one. */
export async function saveQr(code: ShownQr): Promise<boolean> {
  const blob = await new Promise<Blob | null>((resolve) => {
    drawQr(code).toBlob(resolve, 'image/png')
  })
  if (!blob) return false
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: toFileName(code) })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000) // some browsers read it only after a while
  return true
}

function toFileName({ name }: ShownQr): string {
  const words = foldName(name).match(/[a-z0-9]+/g) ?? []
  return `${['kbyt-qr', ...words].join('-')}.png`
}
