import ts from '@typescript/typescript6'
import { checker, declarationsOf } from './sources.mjs'

const formatFlags =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope
/** Longer values say less than their type. */
const longestValue = 300

/**
 * A declaration as its source has it, from after its docstring.
 *
 * @param {ts.Node} node
 * @param {number} [end]
 */
const textOf = (node, end = node.getEnd()) =>
  node
    .getSourceFile()
    .text.slice(node.getStart(), end)
    .replace(/^export (?:declare )?/, '')
    .trim()

/** @param {ts.Declaration} node */
const isHidden = (node) =>
  (ts.getCombinedModifierFlags(node) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !==
  0

/**
 * A member without its body, under its docstring.
 *
 * @param {ts.ClassElement} member
 */
function signMember(member) {
  const [comment] = ts.getJSDocCommentsAndTags(member)
  const body = 'body' in member ? /** @type {ts.Node | undefined} */ (member.body) : undefined
  const text = textOf(member, body?.getStart())
  return `  ${comment ? `${comment.getText()}\n  ` : ''}${text}`.trimEnd()
}

/** @param {ts.ClassDeclaration} node */
function signClass(node) {
  const members = node.members.filter(
    (member) => !isHidden(member) && !(member.name && ts.isPrivateIdentifier(member.name)),
  )
  const head = node.getSourceFile().text.slice(node.getStart(), node.members.pos)
  return [head.replace(/^export /, '').trim(), ...members.map(signMember), '}'].join('\n')
}

/**
 * @param {ts.Symbol} symbol
 * @param {ts.VariableDeclaration} node
 */
function signConstant(symbol, node) {
  if (node.type) return `const ${symbol.name}: ${node.type.getText()}`
  const value = node.initializer
  if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)))
    return `const ${symbol.name}: ${checker.typeToString(checker.getTypeOfSymbol(symbol), node, formatFlags)}`
  const text = value?.getText() ?? ''
  if (text !== '' && text.length <= longestValue) return `const ${symbol.name} = ${text}`
  const type = checker.typeToString(checker.getTypeOfSymbol(symbol), node, formatFlags)
  return type.length <= longestValue ? `const ${symbol.name}: ${type}` : ''
}

/**
 * A type as it is written, or what it comes to when it is taken from a schema.
 *
 * @param {ts.Symbol} symbol
 * @param {ts.TypeAliasDeclaration} node
 */
function signAlias(symbol, node) {
  if (!node.type.getText().startsWith('z.infer<')) return textOf(node)
  const flags = formatFlags | ts.TypeFormatFlags.InTypeAlias
  return `type ${symbol.name} = ${checker.typeToString(checker.getDeclaredTypeOfSymbol(symbol), node, flags)}`
}

/**
 * How an export is written in a declaration file, as near to its source as can be; empty for a
 * constant too long to show.
 *
 * @param {ts.Symbol} symbol
 */
export function sign(symbol) {
  return declarationsOf(symbol)
    .flatMap((node) => {
      if (ts.isFunctionDeclaration(node)) return textOf(node, node.body?.getStart())
      if (ts.isClassDeclaration(node)) return signClass(node)
      if (ts.isVariableDeclaration(node)) return signConstant(symbol, node)
      if (ts.isTypeAliasDeclaration(node)) return signAlias(symbol, node)
      return ts.isInterfaceDeclaration(node) ? textOf(node) : []
    })
    .join('\n')
}

/** @param {ts.Symbol} symbol */
export function nameKind(symbol) {
  const { flags } = symbol
  if (flags & ts.SymbolFlags.Function) return 'function'
  if (flags & ts.SymbolFlags.Class) return 'class'
  return flags & ts.SymbolFlags.Variable ? 'constant' : 'type'
}
