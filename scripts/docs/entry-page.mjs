import { findElementName, makeElementSection } from './element-section.mjs'
import { makeExportSection } from './export-section.mjs'
import { nameKind } from './signature.mjs'
import { fileOf, findHome, linkTo, toRepoPath } from './sources.mjs'

/** @typedef {import('./sources.mjs').Entry} Entry */

export const mark =
  '<!-- Written by scripts/docs.mjs from the sources. Change those, then run it. -->'

const chapters = [
  { kind: 'element', title: 'Elements' },
  { kind: 'function', title: 'Functions' },
  { kind: 'class', title: 'Classes' },
  { kind: 'constant', title: 'Constants' },
  { kind: 'type', title: 'Types' },
]

/** @param {import('./sources.mjs').Export} exported */
const kindOf = ({ symbol }) => (findElementName(symbol) ? 'element' : nameKind(symbol))

/**
 * The page of an entry, and the names on it that nothing is said of.
 *
 * @param {Entry} entry
 */
export async function makeEntryPage(entry) {
  const { specifier, page, exports } = entry
  const own = exports.filter(({ name }) => findHome(name) === entry)
  const elsewhere = exports.filter(({ name }) => findHome(name) !== entry)
  const parts = [`# ${specifier}`, mark]
  if (elsewhere.length > 0)
    parts.push(`Also exported: ${elsewhere.map(({ name }) => linkTo(name, page)).join(', ')}.`)
  /** @type {string[]} */
  const silent = []
  for (const { kind, title } of chapters) {
    const members = own.filter((exported) => kindOf(exported) === kind)
    if (members.length > 0) parts.push(`## ${title}`)
    for (const exported of members.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const section =
        kind === 'element'
          ? makeElementSection(exported, entry)
          : await makeExportSection(exported, page)
      parts.push(section.text)
      if (!section.isDescribed)
        silent.push(`${toRepoPath(fileOf(exported.symbol))}: ${exported.name}`)
    }
  }
  return { text: `${parts.join('\n\n')}\n`, silent }
}
