// Writes what is generated and not committed; each generator leaves fresh files alone.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const generators = ['packages/sdk/scripts/generate-places.mjs']

for (const generator of generators) {
  const file = `${import.meta.dirname}/../${generator}`
  if (existsSync(file)) await import(pathToFileURL(file).href)
}
