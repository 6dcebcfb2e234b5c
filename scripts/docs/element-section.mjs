import { findTags, readDocstring, toCell, toCode } from './docstring.mjs'
import { listMethods, listProperties } from './element-members.mjs'
import { fileOf, findHome, linkTo, toRepoPath } from './sources.mjs'

/**
 * The tag of a class that is an element: its `@element`.
 *
 * @param {import('@typescript/typescript6').Symbol} symbol
 */
export const findElementName = (symbol) => findTags(readDocstring(symbol, ''), 'element')[0]

/**
 * @param {string} title
 * @param {string[]} columns
 * @param {string[][]} rows
 */
function makeTable(title, columns, rows) {
  if (rows.length === 0) return ''
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`
  const rule = columns.map(() => '---')
  return [`#### ${title}`, '', ...[columns, rule, ...rows].map(line)].join('\n')
}

/**
 * `name - what it is`, with a type in braces before it or not; the default slot has no name.
 *
 * @param {string} tag
 */
function splitTag(tag) {
  const [, type = '', name = '', text = ''] =
    /^(?:\{([^}]*)\}\s*)?(?:(?!-\s)(\S+)\s*)?(?:-\s+)?([\s\S]*)$/.exec(tag) ?? []
  return { type, name, text }
}

/**
 * The reference of an element, from the comment of its class and those of its members.
 *
 * @param {import('./sources.mjs').Export} exported
 * @param {import('./sources.mjs').Entry} entry
 * @returns {{ text: string, isDescribed: boolean }}
 */
export function makeElementSection({ name, symbol }, { page, specifier }) {
  const docstring = readDocstring(symbol, page)
  const tagged = (/** @type {string} */ tag) => findTags(docstring, tag).map(splitTag)
  const named = (/** @type {string} */ tag) =>
    tagged(tag).map((each) => [toCode(each.name) || '(default)', toCell(each.text)])
  const properties = listProperties(symbol, page)
  const methods = listMethods(symbol, page)
  const file = toRepoPath(fileOf(symbol))
  const attributes = tagged('attr').map((each) => [
    '',
    ...[each.name, each.type].map(toCode),
    toCell(each.text),
  ])
  const parts = [
    `### ${name}`,
    `\`<${findElementName(symbol)}>\`: ${docstring.text}`,
    `\`\`\`typescript\nimport '${specifier}/define' // registers the tag\n\`\`\``,
    makeTable(
      'Properties and attributes',
      ['property', 'attribute', 'type', ''],
      [
        ...properties.map((each) => [
          ...[each.name, each.attribute, each.type].map(toCode),
          toCell(each.text),
        ]),
        ...attributes,
      ],
    ),
    makeTable(
      'Methods',
      ['method', ''],
      methods.map((each) => [toCode(each.signature), toCell(each.text)]),
    ),
    makeTable(
      'Events',
      ['event', 'class', ''],
      tagged('fires').map((each) => [
        toCode(each.name),
        linkTo(each.type, page),
        toCell(each.text),
      ]),
    ),
    makeTable('Slots', ['slot', ''], named('slot')),
    makeTable('Parts', ['part', ''], named('csspart')),
    makeTable('CSS custom properties', ['property', ''], named('cssproperty')),
    ...findTags(docstring, 'example').map((example) => `\`\`\`html\n${example}\n\`\`\``),
    `[${file}](../../${file})`,
  ]
  // Whoever listens needs the event's class.
  const isEventPublic = tagged('fires').every((each) => findHome(each.type))
  const isDescribed =
    isEventPublic && [docstring, ...properties, ...methods].every(({ text }) => text !== '')
  return { text: parts.filter(Boolean).join('\n\n'), isDescribed }
}
