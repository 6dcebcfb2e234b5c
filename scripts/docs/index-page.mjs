import { findElementName } from './element-section.mjs'
import { mark } from './entry-page.mjs'
import { nameKind } from './signature.mjs'
import { entries, findHome, linkTo } from './sources.mjs'

/**
 * The elements of an entry, else its functions and classes: what a reader comes for.
 *
 * @param {import('./sources.mjs').Entry} entry
 */
function makeRow(entry) {
  const { specifier, page, exports } = entry
  const own = exports.filter(({ name }) => findHome(name) === entry)
  const elements = own.flatMap(({ name, symbol }) => {
    const tag = findElementName(symbol)
    return tag ? [`[\`<${tag}>\`](${page}#${name.toLowerCase()})`] : []
  })
  const calls = own
    .filter(({ symbol }) => ['function', 'class'].includes(nameKind(symbol)))
    .map(({ name }) => linkTo(name, 'README.md'))
  const shown = elements.length > 0 ? elements : calls
  return `| [\`${specifier}\`](${page}) | ${shown.join(', ')} |`
}

/**
 * The first page of the reference: every page written by hand, every entry with what it does.
 *
 * @param {{ name: string, title: string }[]} handwritten
 */
export function makeIndexPage(handwritten) {
  const pages = handwritten.map(({ name, title }) => `[${title}](${name})`)
  const shown = entries.filter(({ exports }) => exports.length > 0)
  return `# Reference

${mark}

[Endpoints](endpoints.md) of the server · [Errors](errors.md) by code · ${pages.join(' · ')}

Every name that a package exports, by the entry it is imported from:

| entry | |
|---|---|
${shown.map(makeRow).join('\n')}

\`@kbyt/widgets\` registers all elements at once and exports no names, \`@kbyt/widgets/cdn\` is the same in one
file; \`…/define\` registers one.
`
}
