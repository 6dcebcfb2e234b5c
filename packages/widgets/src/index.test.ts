import { expect, it } from 'vitest'

it('is imported in Node without a window, and does nothing', async () => {
  expect('document' in globalThis).toBe(false)

  await expect(import('./index.js')).resolves.toBeDefined()
})
