// Writes the reference pages from the contract. --check says whether they are in sync instead.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import './typescript-sources.mjs'

const { makeEndpointsPage } = await import('./docs/endpoints-page.mjs')
const { makeErrorsPage } = await import('./docs/errors-page.mjs')

const folder = resolve(import.meta.dirname, '../docs/reference')
const pages = { 'errors.md': makeErrorsPage, 'endpoints.md': makeEndpointsPage }

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

mkdirSync(folder, { recursive: true })
for (const [name, make] of Object.entries(pages)) {
  const path = join(folder, name)
  const page = make()
  if (read(path) === page) continue
  if (process.argv.includes('--check')) {
    console.error(`docs/reference/${name} is out of date: run node scripts/docs.mjs`)
    process.exitCode = 1
  } else {
    writeFileSync(path, page)
    console.log(`wrote docs/reference/${name}`)
  }
}
