import ts from '@typescript/typescript6'
import { checker, linkTo } from './sources.mjs'

/** @typedef {{ text: string, tags: { name: string, text: string }[] }} Docstring */

/**
 * Text of a docstring, its links made Markdown.
 *
 * @param {readonly ts.SymbolDisplayPart[] | undefined} parts
 * @param {string} page
 */
const toMarkdown = (parts, page) =>
  ts
    .displayPartsToString([...(parts ?? [])])
    .replace(/\{@link\s+(\w+)[^}]*\}/g, (_, name) => linkTo(name, page))
    .trim()

/**
 * What stands above a declaration.
 *
 * @param {ts.Symbol} symbol
 * @param {string} page
 * @returns {Docstring}
 */
export function readDocstring(symbol, page) {
  return {
    text: toMarkdown(symbol.getDocumentationComment(checker), page),
    tags: symbol.getJsDocTags(checker).map(({ name, text }) => ({
      name,
      text: toMarkdown(text, page),
    })),
  }
}

/**
 * @param {Docstring} docstring
 * @param {string} name
 */
export const findTags = ({ tags }, name) =>
  tags.filter((tag) => tag.name === name).map(({ text }) => text)

/**
 * A docstring in one line, for a cell of a table.
 *
 * @param {string} text
 */
export const toCell = (text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()

/** @param {string} text */
export const toCode = (text) => (text === '' ? '' : `\`${toCell(text)}\``)
