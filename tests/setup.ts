import { execFileSync } from 'node:child_process'

/**
 * Builds the packages and the portal as a user gets them, before the first e2e test. Only the check of
 * their types is left out, a quarter of the work: `pnpm check` has it.
 */
export default function setup(): void {
  run('-r', '--filter', './packages/*', 'run', 'build', '--noCheck')
  run('-r', '--filter', './examples/*', 'run', 'build')
}

function run(...words: string[]): void {
  // pnpm names itself in npm_execpath, so a run through `npx pnpm` needs none on PATH. Vitest's own
  // NODE_ENV would put Lit's development build into the pages.
  execFileSync(process.env.npm_execpath ?? 'pnpm', words, {
    cwd: `${import.meta.dirname}/..`,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
}
