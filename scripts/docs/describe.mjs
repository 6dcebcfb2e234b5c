import ts from '@typescript/typescript6'
import { readDocstring } from './docstring.mjs'
import { checker, declarationsOf, entries } from './sources.mjs'

/** What each public name stands for. */
const symbols = new Map(
  entries.flatMap(({ exports }) => exports.map(({ name, symbol }) => [name, symbol])),
)

/**
 * The constant a type is taken from: `z.infer<typeof personSchema>`, `(typeof genders)[number]`.
 *
 * @param {ts.Symbol} symbol
 */
function findModelSymbol(symbol) {
  const alias = declarationsOf(symbol).find(ts.isTypeAliasDeclaration)?.type
  const isTaken = /^(?:z\.infer<typeof \w+>|\(typeof \w+\)\[number\])$/.test(alias?.getText() ?? '')
  /** @param {ts.Node} node @returns {ts.EntityName | undefined} */
  const findQuery = (node) =>
    ts.isTypeQueryNode(node) ? node.exprName : ts.forEachChild(node, findQuery)
  const query = alias && isTaken ? findQuery(alias) : undefined
  return query && checker.getSymbolAtLocation(query)
}

/**
 * The name of the constant a type is taken from; empty for other types.
 *
 * @param {ts.Symbol} symbol
 */
export const findModel = (symbol) => findModelSymbol(symbol)?.name ?? ''

/**
 * The types that are taken from a constant.
 *
 * @param {string} name
 */
export const listTypes = (name) =>
  [...symbols].flatMap(([type, symbol]) => (findModel(symbol) === name ? [type] : []))

/**
 * What stands above a name; a schema and its type share what stands above either.
 *
 * @param {import('./sources.mjs').Export} exported
 * @param {string} page
 */
export function describe({ name, symbol }, page) {
  const types = listTypes(name).flatMap((each) => symbols.get(each) ?? [])
  const docstrings = [symbol, findModelSymbol(symbol), ...types].map((each) =>
    each ? readDocstring(each, page) : { text: '', tags: [] },
  )
  return docstrings.find(({ text }) => text !== '') ?? { text: '', tags: [] }
}

/**
 * The first sentence about the schema that a field is checked by, for a field that says nothing itself.
 *
 * @param {ts.Symbol} field
 * @param {string} page
 */
export function describeSchemaOf(field, page) {
  const [node] = declarationsOf(field)
  if (!node || !ts.isPropertyAssignment(node)) return ''
  const [, name = '', length = ''] =
    /^(?:z\.\w+\()*(\w+Schema)\b(?:\((\d+)\))?/.exec(node.initializer.getText()) ?? []
  const symbol = symbols.get(name)
  const said = symbol ? describe({ name, symbol }, page).text : ''
  const text = said.replace('`maxLength`', length)
  return /^[\s\S]+?(?:[.:;](?=\s|$)|$)/.exec(text)?.[0].replace(/[:;]$/, '.') ?? ''
}
