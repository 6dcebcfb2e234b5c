import { expect, it } from 'vitest'
import { createByteBudget } from './create-byte-budget.js'
import { readBody } from './read-body.js'

it('holds no more than all bodies together may, and takes on again what was given back', () => {
  const open = createByteBudget(10)
  const [one, other] = [open(), open()]
  one.add(8)

  expect(() => other.add(3)).toThrow('overloaded')
  other.add(2)
  one.release()
  other.add(8)
  one.release()
  expect(() => one.add(1)).toThrow('overloaded')
})

it('ends the reading of a body that finds no room, and hangs up on its sender', async () => {
  let isCancelled = false
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.enqueue(new Uint8Array(4)),
    cancel: () => {
      isCancelled = true
    },
  })
  const share = createByteBudget(10)()

  const reading = readBody(new Response(body), 1_000, share.add)

  await expect(reading).rejects.toMatchObject({ code: 'overloaded' })
  expect(isCancelled).toBe(true)
})
