// Everything CI asks for but the tests. Runs all steps, then names those that failed.
import { spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** @typedef {{ title: string, command: string[] }} Step */

const root = resolve(import.meta.dirname, '..')
const pnpm = process.env.npm_execpath ?? 'pnpm'
const published = globSync('packages/*/package.json', { cwd: root })
  .filter((file) => !JSON.parse(readFileSync(join(root, file), 'utf8')).private)
  .map((file) => dirname(file))
// Files to serve, not to import: bundles and the scanner's worker with what it loads.
const untyped = [
  './cdn',
  ...['scan-worker.js', 'zxing-wasm.js', 'zxing-js.js', 'zxing_reader.wasm'].map(
    (file) => `./scanner/${file}`,
  ),
]
const attw = ['attw', '--profile', 'esm-only', '--exclude-entrypoints', ...untyped, '--pack']

/** @type {Step[]} */
const onSources = [
  { title: 'format and lint', command: ['biome', 'ci', '--colors=off', '.'] },
  { title: 'types of sources and tests', command: [pnpm, 'run', 'typecheck'] },
  { title: 'examples of the docs', command: ['node', 'scripts/examples.mjs'] },
  { title: 'import direction', command: ['node', 'scripts/import-direction.mjs'] },
  { title: 'unused files, exports and dependencies', command: ['knip'] },
]
/** @type {Step[]} */
const onBuild = [
  ...published.flatMap((folder) => [
    { title: `package ${folder}`, command: ['publint', 'run', folder, '--strict'] },
    { title: `types of package ${folder}`, command: [...attw, folder] },
  ]),
  { title: 'bundle budgets', command: ['node', 'scripts/budgets.mjs'] },
  { title: 'docs in sync', command: ['node', 'scripts/docs.mjs', '--check'] },
]
/** @type {Step} */
const build = { title: 'build', command: [pnpm, 'run', 'build'] }

/**
 * Runs a step, prints what it said in one piece, and returns its title if it failed.
 *
 * @param {Step} step
 * @returns {Promise<string[]>}
 */
function run({ title, command: [name = '', ...args] }) {
  return new Promise((done) => {
    const started = performance.now()
    const child = spawn(name, args, { cwd: root, shell: process.platform === 'win32' })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${code === 0 ? '✓' : '✗'} ${title} (${seconds} s)`)
      if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '    '))
      done(code === 0 ? [] : [title])
    })
  })
}

/**
 * Two at a time: a step needs about one core.
 *
 * @param {Step[]} steps
 */
async function runAll(steps) {
  const queue = steps.values()
  const worker = async () => {
    /** @type {string[]} */
    const failed = []
    for (const step of queue) failed.push(...(await run(step)))
    return failed
  }
  return (await Promise.all([worker(), worker()])).flat()
}

const failed = await runAll(onSources)
const broken = await run(build)
failed.push(...broken)
if (broken.length === 0) failed.push(...(await runAll(onBuild)))

console.log(failed.length === 0 ? '\nAll checks hold.' : `\nRed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
