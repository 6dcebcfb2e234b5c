import { join } from 'node:path'
import QRCode from 'qrcode'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeIdCard } from '../../../../sdk/src/documents/mrz.setup.js'
import { drawCard } from '../../ekyc/zone/draw-card.setup.js'
import { createPhotoReader } from './create-photo-reader.js'
import { encodePhoto } from './encode-photo.setup.js'

const hooks = join(import.meta.dirname, '..', 'source-hooks.setup.ts')
const threadArguments = ['--conditions=@kbyt/source', `--import=${hooks}`, '--no-warnings']

function setup() {
  const reader = createPhotoReader({ threadArguments })
  onTestFinished(() => reader.close())
  const decode = (photo: Uint8Array, signal = AbortSignal.timeout(20_000)) =>
    reader.decodeQr(photo, { signal })
  return { reader, decode }
}

const text = '046190001234|191234567|Nguyễn Thị Thảo|20051990|Nữ|Vĩnh Ninh, Huế|01012021'
const photo = new Uint8Array(await QRCode.toBuffer(text, { type: 'png', scale: 4 }))

/** A PNG that says it is so large, and has nothing in it. */
function makeHeader(width: number, height: number): Uint8Array {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  return new Uint8Array(Buffer.concat([header, size, Buffer.from('0802000000', 'hex')]))
}

describe('a reader of photos', () => {
  it('reads the QR of a card, also several photos at once', async () => {
    const { decode } = setup()

    const texts = await Promise.all([decode(photo), decode(photo)])

    expect(texts).toEqual([[text], [text]])
  })

  it.each(['jpeg', 'png'] as const)(
    'reads the zone on the back of a card, as a %s',
    async (type) => {
      const { reader } = setup()
      const zone = makeIdCard()
      const back = await encodePhoto(drawCard(zone, { width: 800, height: 560, share: 0.9 }), type)
      const { signal } = new AbortController()

      expect(await reader.readZones(back, { signal })).toEqual([zone])
      expect(await reader.decodeQr(back, { signal })).toEqual([])
    },
    20_000,
  )

  it('finds nothing in a picture without either', async () => {
    const { reader, decode } = setup()
    const { signal } = new AbortController()

    expect(await decode(makeHeader(100, 100))).toEqual([])
    expect(await reader.readZones(makeHeader(100, 100), { signal })).toEqual([])
    expect(await reader.readZones(photo, { signal })).toEqual([])
  })

  it.each([
    ['no image', new TextEncoder().encode('%PDF-1.7')],
    ['nothing', new Uint8Array()],
    ['a bomb', makeHeader(30_000, 30_000)],
    ['another kind of image', new TextEncoder().encode('GIF89a\x01\0\x01\0')],
  ])('refuses %s before it is decoded', async (_name, bytes) => {
    const { decode } = setup()

    await expect(decode(bytes)).rejects.toMatchObject({ code: 'card_unreadable' })
  })

  it('gives a photo up that takes too long, and reads the next one', async () => {
    const { decode } = setup()

    const hanging = decode(photo, AbortSignal.timeout(1))

    await expect(hanging).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(await decode(photo)).toEqual([text])
  })
})
