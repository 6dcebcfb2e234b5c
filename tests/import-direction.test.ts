import { expect, it } from 'vitest'
import { findObjection, findObjections, readImports } from '../scripts/import-direction.mjs'

it('finds no import that runs upward', () => {
  expect(findObjections()).toEqual([])
})

it.each([
  ['sdk/src/schema/otp.ts', '../client/call.js'],
  ['sdk/src/qr/verify-qr.ts', '../client/create-client.js'],
  ['sdk/src/otp/request-otp.ts', '../declaration/send-declaration.js'],
  ['sdk/src/otp/request-otp.ts', '@kbyt/server'],
  ['sdk/src/otp/request-otp.ts', 'node:crypto'],
  ['sdk/src/check-in/index.ts', './node/index.js'],
  ['sdk/src/otp/request-otp.ts', '../../../server/src/app.js'],
  ['server/src/app.ts', '@kbyt/mock-server'],
  ['server/src/otp/otp.service.ts', 'hono'],
  ['widgets/src/words/vi.ts', '../otp-form/otp-form.js'],
  ['widgets/src/otp-form/otp-form.ts', '@kbyt/server'],
])('objects to %s importing %s', (file, specifier) => {
  expect(findObjection(file, specifier)).toContain(file)
})

it.each([
  ['sdk/src/otp/request-otp.ts', '../client/call.js'],
  ['sdk/src/index.ts', './otp/request-otp.js'],
  ['sdk/src/check-in/node/open-log.ts', 'node:fs/promises'],
  ['sdk/src/otp/request-otp.test.ts', '@kbyt/server'],
  ['server/src/qr/qr.service.ts', '@kbyt/sdk/qr/sign'],
  ['mock-server/src/handlers.ts', '@kbyt/server'],
  ['widgets/src/otp-form/otp-form.ts', '../words/vi.js'],
])('lets %s import %s', (file, specifier) => {
  expect(findObjection(file, specifier)).toBeUndefined()
})

it('reads every form of import, and no example in a comment', () => {
  const source = [
    "import './define.js'",
    "import type { A } from './a.js'",
    "import {\n  b,\n} from './b.js'",
    "export * from './c.js'",
    "const d = await import('./d.js')",
    "/** @example\n * import { x } from './x.js'\n * await import('./y.js') */",
    "export const word = 'z'",
  ].join('\n')

  const imports = readImports(source)

  expect(imports).toEqual(['./define.js', './a.js', './b.js', './c.js', './d.js'])
})
