import { parentPort } from 'node:worker_threads'
import { readZone } from '../../ekyc/zone/read-zone.js'
import { toGrayImage } from '../../ekyc/zone/to-gray-image.js'
import { createReadCardQr } from './create-read-card-qr.js'
import { decodePhoto } from './decode-photo.js'
import type { PhotoQuestion } from './photo-question.js'

// Runs in a thread of its own: a photo takes longer than other requests can wait.

const readers: Record<PhotoQuestion['wants'], (photo: Uint8Array) => Promise<string[]>> = {
  qr: await createReadCardQr(),
  async zone(photo) {
    const zone = readZone(toGrayImage(await decodePhoto(photo)))
    return zone === undefined ? [] : [zone]
  },
}

parentPort?.on('message', async ({ id, wants, photo }: PhotoQuestion) => {
  const texts = await readers[wants](photo).catch(() => [])
  parentPort?.postMessage({ id, texts })
})
