// Compiles what the docs show: each @example of a docstring and each ```ts block of a Markdown page.
// An example without imports is a fragment: it may use every public name, and those of context.mjs.
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { context } from './examples/context.mjs'
import { findExamples } from './examples/find-examples.mjs'
import { listPublicNames } from './examples/list-public-names.mjs'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, '.cache/examples')

const settings = {
  extends: '../../tsconfig.base.json',
  compilerOptions: {
    types: ['node'],
    experimentalDecorators: true,
    useDefineForClassFields: false,
    verbatimModuleSyntax: false,
    allowImportingTsExtensions: true,
  },
  include: ['*.ts'],
}

const files = [
  ...globSync('packages/*/src/**/*.ts', { cwd: root }).filter((file) => !file.includes('.test')),
  ...globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md', 'examples/*/README.md'], {
    cwd: root,
    exclude: ['**/node_modules/**'],
  }),
].map((file) => file.replaceAll('\\', '/'))
const names = listPublicNames(root)
const examples = files.flatMap((file) =>
  findExamples(file, readFileSync(join(root, file), 'utf8'), names),
)

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
writeFileSync(join(folder, 'context.d.ts'), context)
for (const [index, { code }] of examples.entries()) writeFileSync(join(folder, `${index}.ts`), code)

const { stdout } = spawnSync('tsc', ['-p', folder, '--pretty', 'false'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
  },
})
// Lines are numbered as in the page; what is wrong elsewhere is for the type check to say.
const faults = (stdout ?? 'tsc did not start').split('\n').flatMap((line) => {
  const [, index, rest] =
    /^\.cache\/examples\/(\d+)\.ts(.+)$/.exec(line.replaceAll('\\', '/')) ?? []
  return index ? [`${examples[Number(index)]?.file}${rest}`] : []
})
if (stdout === null) faults.push('tsc did not start')
for (const fault of faults) console.error(fault)
console.log(`${examples.length} examples, ${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0
