import ts from '@typescript/typescript6'
import { readDocstring } from './docstring.mjs'
import { checker, declarationsOf } from './sources.mjs'

/** @typedef {{ name: string, attribute: string, type: string, text: string }} Property */
/** @typedef {{ signature: string, text: string }} Method */

const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Override

/**
 * The members of an element that pages may use: ours, not those of Lit and the browser.
 *
 * @param {ts.Symbol} element
 */
const listMembers = (element) =>
  checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(element))
    .flatMap((symbol) =>
      declarationsOf(symbol)
        .slice(0, 1)
        .map((node) => ({ symbol, node })),
    )
    .filter(
      ({ node }) =>
        !/[\\/]node_modules[\\/]/.test(node.getSourceFile().fileName) &&
        !node.getSourceFile().isDeclarationFile &&
        (ts.getCombinedModifierFlags(node) & hidden) === 0 &&
        !('name' in node && ts.isPrivateIdentifier(/** @type {ts.Node} */ (node.name))),
    )

/**
 * The attribute that `@property({ attribute })` names, or the property in lower case.
 *
 * @param {ts.Decorator} decorator
 * @param {string} property
 */
function findAttribute({ expression }, property) {
  const options = ts.isCallExpression(expression) ? expression.arguments[0]?.getText() : ''
  const [, name] = /attribute: (false|'[^']+')/.exec(options ?? '') ?? []
  return name === 'false' ? '' : (name?.slice(1, -1) ?? property.toLowerCase())
}

/**
 * @param {{ symbol: ts.Symbol, node: ts.Declaration }} member
 * @param {string} page
 * @returns {Property[]}
 */
function readProperty({ symbol, node }, page) {
  if (!ts.isPropertyDeclaration(node) && !ts.isAccessor(node)) return []
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []
  const decorator = decorators.find((each) => /^@property\b/.test(each.getText()))
  const isWritable = decorator || symbol.flags & ts.SymbolFlags.SetAccessor
  const { text } = readDocstring(symbol, page)
  return [
    {
      name: symbol.name,
      attribute: decorator ? findAttribute(decorator, symbol.name) : '',
      type: node.type?.getText() ?? checker.typeToString(checker.getTypeOfSymbol(symbol)),
      text: isWritable || text === '' ? text : `${text} Read only.`,
    },
  ]
}

/**
 * @param {ts.Symbol} element
 * @param {string} page
 */
export const listProperties = (element, page) =>
  listMembers(element).flatMap((member) => readProperty(member, page))

/**
 * @param {ts.Symbol} element
 * @param {string} page
 * @returns {Method[]}
 */
export const listMethods = (element, page) =>
  listMembers(element).flatMap(({ symbol, node }) =>
    ts.isMethodDeclaration(node)
      ? [
          {
            signature: node
              .getSourceFile()
              .text.slice(node.name.getStart(), node.body?.getStart())
              .trim(),
            text: readDocstring(symbol, page).text,
          },
        ]
      : [],
  )
