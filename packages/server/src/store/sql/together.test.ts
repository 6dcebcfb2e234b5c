import { expect, it } from 'vitest'
import { together } from './together.js'

it('waits until no statement is under way, and throws what the first in the list threw', async () => {
  const ended: string[] = []
  const fail = async (name: string, rounds: number) => {
    for (let round = 0; round < rounds; round += 1) await Promise.resolve()
    ended.push(name)
    throw new Error(name)
  }

  const all = together(fail('first', 8), fail('second', 1), Promise.resolve())

  await expect(all).rejects.toThrow('first')
  expect(ended).toEqual(['second', 'first'])
})

it('gives nothing back when all went well', async () => {
  expect(await together(Promise.resolve(1), Promise.resolve(2))).toBeUndefined()
})
