import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')

it('shows in the docs the very test file that is run, in at most 15 lines', () => {
  const example = read('tests/mock-example.test.ts')

  const howTo = read('docs/how-to/test-with-the-mock.md')

  expect(howTo).toContain(`\`\`\`ts\n${example}\`\`\``)
  expect(example.trimEnd().split('\n').length).toBeLessThanOrEqual(15)
})

it('begins the README with the two commands', () => {
  const commands = read('README.md').match(/npx -y pnpm@12 \w+/g)

  expect(commands?.slice(0, 2)).toEqual(['npx -y pnpm@12 start', 'npx -y pnpm@12 test'])
})
