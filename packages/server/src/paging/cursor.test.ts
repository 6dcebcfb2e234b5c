import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { createWebVault } from '../memory.js'
import { openCursor } from './open-cursor.js'
import { sealCursor } from './seal-cursor.js'

const vault = createWebVault(new Uint8Array(32).fill(7))
const schema = z.object({ before: z.number() })

it('opens what it sealed, and begins at the start without one', async () => {
  const cursor = await sealCursor(vault, 'visits a', { before: 7 })

  expect(await openCursor(vault, 'visits a', schema, cursor)).toEqual({ before: 7 })
  expect(await openCursor(vault, 'visits a', schema, undefined)).toBeUndefined()
})

it.each(['edited', 'of another list', 'of another shape', 'text'])(
  'refuses one that is %s',
  async (kind) => {
    const cursor = await sealCursor(vault, 'visits a', { before: 7 })
    const cursors: Record<string, Promise<string> | string> = {
      edited: `${cursor.slice(0, -2)}${cursor.endsWith('AA') ? 'BB' : 'AA'}`,
      'of another list': sealCursor(vault, 'visits b', { before: 7 }),
      'of another shape': sealCursor(vault, 'visits a', { after: 7 }),
      text: 'page-2',
    }

    const opening = openCursor(vault, 'visits a', schema, await cursors[kind])

    await expect(opening).rejects.toMatchObject({ code: 'input_invalid' })
  },
)
