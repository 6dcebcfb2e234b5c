import { execFileSync } from 'node:child_process'

/** Builds the packages and the portal as a user gets them, before the first e2e test. */
export default function setup(): void {
  // pnpm names itself in npm_execpath, so a run through `npx pnpm` needs none on PATH. Vitest's own
  // NODE_ENV would put Lit's development build into the pages.
  execFileSync(process.env.npm_execpath ?? 'pnpm', ['run', 'build'], {
    cwd: `${import.meta.dirname}/..`,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
}
