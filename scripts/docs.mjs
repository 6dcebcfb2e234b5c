// Writes the reference from the sources. --check says whether it is in sync instead.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import './typescript-sources.mjs'
import './generate.mjs'

const { makeEndpointsPage } = await import('./docs/endpoints-page.mjs')
const { makeErrorsPage } = await import('./docs/errors-page.mjs')
const { makeEntryPage, mark } = await import('./docs/entry-page.mjs')
const { makeIndexPage } = await import('./docs/index-page.mjs')
const { entries } = await import('./docs/sources.mjs')

const folder = resolve(import.meta.dirname, '../docs/reference')
const isCheck = process.argv.includes('--check')
const pages = new Map([
  ['errors.md', makeErrorsPage()],
  ['endpoints.md', makeEndpointsPage()],
])
for (const entry of entries.filter(({ exports }) => exports.length > 0)) {
  const { text, silent } = await makeEntryPage(entry)
  pages.set(entry.page, text)
  for (const name of silent)
    fail(`${name} is public, but it, or a member or event of it, lacks a docstring or an export`)
}

/** @param {string} fault */
function fail(fault) {
  console.error(fault)
  process.exitCode = 1
}

/** @param {string} name */
function read(name) {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return undefined
  }
}

const others = globSync('*.md', { cwd: folder }).filter((name) => !pages.has(name))
const handwritten = others
  .map((name) => ({ name, text: read(name) ?? '' }))
  .filter(({ name, text }) => name !== 'README.md' && !text.includes(mark))
  .map(({ name, text }) => ({ name, title: /^# (.+)$/m.exec(text)?.[1] ?? name }))
  .sort((one, other) => (one.name < other.name ? -1 : 1))
pages.set('README.md', makeIndexPage(handwritten))

const outdated = [...pages.keys()].filter((name) => read(name) !== pages.get(name))
const orphans = others.filter((name) => !pages.has(name) && read(name)?.includes(mark))
if (isCheck) {
  for (const name of [...outdated, ...orphans])
    fail(`docs/reference/${name} is out of date: run node scripts/docs.mjs`)
} else {
  mkdirSync(folder, { recursive: true })
  for (const name of outdated) writeFileSync(join(folder, name), pages.get(name) ?? '')
  for (const name of orphans) rmSync(join(folder, name))
  console.log(`${pages.size} pages, ${outdated.length} written, ${orphans.length} removed`)
}
