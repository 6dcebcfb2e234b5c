import type { Draft, Page } from './draft.js'

/** Paths of the contract that the form asks in one box. */
const askedAs: readonly [RegExp, string][] = [
  [/\.identityDocument(\.type)?$/, '.identityDocument.number'],
  [/(\.recentPlaces\.\d+)(\.level)?$/, '$1.code'],
]

/** The path of the field where an issue is corrected. */
export function findFieldPath(draft: Draft, path: string): string {
  const [, index, address] = /^people\.(\d+)(\.person\.address\..*)$/.exec(path) ?? []
  if (address && draft.people[Number(index)]?.isSameAddress) return `people.0${address}`
  return askedAs.reduce((field, [pattern, name]) => field.replace(pattern, name), path)
}

/** The page a field is on. */
export function findPage(path: string): Page {
  const [, index, room] = /^people\.(\d+)\.(\w+)/.exec(path) ?? []
  if (index === undefined) return { name: path === 'people' ? 'people' : 'check' }
  const isHealth = room === 'health' || room === 'recentPlaces'
  return { name: isHealth ? 'health' : 'person', index: Number(index) }
}

export function isSamePage(one: Page, other: Page): boolean {
  const indexOf = (page: Page) => ('index' in page ? page.index : -1)
  return one.name === other.name && indexOf(one) === indexOf(other)
}
