import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readImports } from '../scripts/import-direction.mjs'

/** Every module that a file leads to within this package, and every package these import. */
function follow(entry: string) {
  const files = new Set<string>()
  const packages = new Set<string>()
  const visit = (file: string) => {
    if (files.has(file)) return
    files.add(file)
    for (const specifier of readImports(readFileSync(file, 'utf8'))) {
      if (!specifier.startsWith('.')) packages.add(specifier)
      else visit(resolve(file, '..', specifier.replace(/\.js$/, '.ts')))
    }
  }
  visit(resolve(import.meta.dirname, '../packages/server/src', entry))
  return { files: [...files], packages: [...packages] }
}

it.each(['index.ts', 'memory.ts'])(
  'server/src/%s leads to nothing that only a server has',
  (entry) => {
    const { files, packages } = follow(entry)

    expect(files.length).toBeGreaterThan(5)
    expect(packages.filter((name) => /^(node:|kysely|pg$|@hono\/node-server)/.test(name))).toEqual(
      [],
    )
  },
)
