import { expect, it, vi } from 'vitest'
import { createLane } from './create-lane.js'
import type { FoundCode, Frame } from './decoder.js'

function setup() {
  const answers: ((codes: readonly FoundCode[]) => void)[] = []
  const decode = vi.fn(
    (_frame: Frame) => new Promise<readonly FoundCode[]>((resolve) => answers.push(resolve)),
  )
  return { lane: createLane(decode), decode, answer: () => answers.shift()?.([code]) }
}

const corner = { x: 0, y: 0 }
const code: FoundCode = {
  text: 'KBYT',
  corners: [corner, corner, corner, corner],
  engine: 'qr',
  attempt: 'plain',
}

/** A frame as a camera gives it; only `close` is looked at. */
function grab() {
  const close = vi.fn()
  return { close } as Partial<ImageBitmap> as ImageBitmap
}

it('lets a waiting frame give way to a newer one, and closes it', async () => {
  const { lane, decode, answer } = setup()
  const [first, second, third] = [grab(), grab(), grab()]

  const asked = [first, second, third].map((frame) => lane.run(frame, 'frame'))
  answer()
  await asked[0]
  await vi.waitFor(() => expect(decode).toHaveBeenCalledTimes(2))
  answer()

  expect(await Promise.all(asked)).toEqual([[code], [], [code]])
  expect(decode.mock.calls.map(([frame]) => frame)).toEqual([first, third])
  expect(second.close).toHaveBeenCalledOnce()
})

it('answers every file, before the frame that waits', async () => {
  const { lane, decode, answer } = setup()
  const [frame, file, other] = [grab(), grab(), grab()]
  const asked = [
    lane.run(grab(), 'frame'),
    lane.run(frame, 'frame'),
    lane.run(file, 'file'),
    lane.run(other, 'file'),
  ]

  for (const call of asked) {
    answer()
    await Promise.race([call, new Promise((resolve) => setTimeout(resolve))])
  }

  expect(await Promise.all(asked)).toEqual([[code], [code], [code], [code]])
  expect(decode.mock.calls.slice(1).map(([taken]) => taken)).toEqual([file, other, frame])
})

it('answers with no codes what cannot be decoded, and goes on', async () => {
  const { lane, decode, answer } = setup()
  decode.mockRejectedValueOnce(new Error('closed before'))

  const broken = await lane.run(grab(), 'frame')
  const next = lane.run(grab(), 'frame')
  answer()

  expect([broken, await next]).toEqual([[], [code]])
})

it('answers all that waits when it is cleared', async () => {
  const { lane } = setup()
  void lane.run(grab(), 'frame')
  const waiting = [lane.run(grab(), 'frame'), lane.run(grab(), 'file')]

  lane.clear()

  expect(await Promise.all(waiting)).toEqual([[], []])
})
