import { describe, expect, it, vi } from 'vitest'
import { createCodeQueue } from './code-queue.js'

function setup() {
  const onLeave = vi.fn()
  const queue = createCodeQueue<{ text: string }>(onLeave)
  return { queue, onLeave }
}

async function take(queue: AsyncIterable<{ text: string }>, count = Number.POSITIVE_INFINITY) {
  const texts: string[] = []
  for await (const { text } of queue) if (texts.push(text) === count) break
  return texts
}

it('gives values in turn, those that came before the loop as well', async () => {
  const { queue } = setup()
  queue.push({ text: 'a' })

  const taken = take(queue)
  queue.push({ text: 'b' })
  queue.end()

  expect(await taken).toEqual(['a', 'b'])
})

it('says once that the loop has left, also when it breaks off', async () => {
  const { queue, onLeave } = setup()
  queue.push({ text: 'a' })
  queue.push({ text: 'b' })

  expect(await take(queue, 1)).toEqual(['a'])
  queue.end()

  expect(onLeave).toHaveBeenCalledOnce()
  expect(await queue.next()).toEqual({ value: undefined, done: true })
})

describe('a loop that waits', () => {
  it('ends when somebody returns', async () => {
    const { queue } = setup()
    const waiting = queue.next()

    await queue.return?.()

    expect(await waiting).toEqual({ value: undefined, done: true })
  })

  it('throws what the queue fails with', async () => {
    const { queue } = setup()
    const waiting = queue.next()

    queue.fail(new RangeError('no picture'))

    await expect(waiting).rejects.toThrow('no picture')
    await expect(queue.next()).rejects.toThrow('no picture')
  })
})
