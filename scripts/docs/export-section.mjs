import ts from '@typescript/typescript6'
import { contract } from '../../packages/sdk/src/schema/contract.ts'
import { fullPath } from '../../packages/sdk/src/schema/endpoint.ts'
import { describe, findModel, listTypes } from './describe.mjs'
import { findTags } from './docstring.mjs'
import { isEndpoint, isSchema, loadValue, makeShape } from './shape.mjs'
import { sign } from './signature.mjs'
import { fileOf, findHome, linkTo, toRepoPath } from './sources.mjs'

/** @typedef {import('./sources.mjs').Export} Export */
/** @typedef {import('./docstring.mjs').Docstring} Docstring */

/**
 * Not in a fence of `ts`: what stands in one is compiled, and a signature is no program.
 *
 * @param {string} code
 * @param {string} [language]
 */
const fence = (code, language = 'typescript') => `\`\`\`${language}\n${code.trim()}\n\`\`\``

/** @param {string} example */
const showExample = (example) => fence(example, example.startsWith('<') ? 'html' : 'typescript')

/**
 * The public names a signature mentions.
 *
 * @param {string} code
 * @param {string} own
 * @param {string} page
 */
function linkNames(code, own, page) {
  const plain = code.replace(/\/\*[\s\S]*?\*\/|'[^']*'/g, '')
  const names = [...new Set(plain.match(/\b[A-Za-z]\w+\b/g))].filter(
    (name) => name !== own && findHome(name) && !/^[a-z]+$/.test(name),
  )
  return names.length === 0 ? '' : `With ${names.map((name) => linkTo(name, page)).join(', ')}.`
}

/**
 * @param {import('../../packages/sdk/src/schema/endpoint.ts').Endpoint} endpoint
 */
function showEndpoint({ id, method, path }) {
  const call = `\`${method} ${fullPath(path)}\``
  const isInContract = contract.some((each) => each.id === id)
  return `${call}${isInContract ? `, see [${id}](endpoints.md#${id.toLowerCase()})` : ''}.`
}

/**
 * What a name is: a table of fields, a call of the API, or its signature.
 *
 * @param {Export} exported
 * @param {unknown} value
 * @param {string} page
 */
function showShape({ name, symbol }, value, page) {
  const model = findModel(symbol)
  if (findHome(model)) return `The type of ${linkTo(model, page)}.`
  if (isEndpoint(value)) return showEndpoint(value)
  const code = sign(symbol)
  const shown = code && fence(code)
  if (!isSchema(value)) return [shown, linkNames(code, name, page)].filter(Boolean).join('\n\n')
  const types = listTypes(name).map((type) => linkTo(type, page))
  const facts = types.length === 0 ? '' : `Its type is ${types.join(', ')}.`
  return [facts, makeShape(symbol, value, page) || shown].filter(Boolean).join('\n\n')
}

/**
 * The parameters that need words, each with the default that follows it.
 *
 * @param {Docstring} docstring
 */
function listParameters({ tags }) {
  return tags.flatMap(({ name, text }, index) => {
    if (name !== 'param') return []
    const [, parameter = '', meaning = ''] = /^([\w.]+)\s*(?:-\s*)?([\s\S]*)$/.exec(text) ?? []
    const next = tags[index + 1]
    const usual = next?.name === 'defaultValue' ? `Default: ${next.text}.` : ''
    return [`- \`${parameter}\`: ${[meaning, usual].filter(Boolean).join(' ')}`]
  })
}

/**
 * The section of a name, and whether anything is said of it.
 *
 * @param {Export} exported
 * @param {string} page
 */
export async function makeExportSection(exported, page) {
  const { name, symbol } = exported
  const docstring = describe(exported, page)
  const value = ts.SymbolFlags.Variable & symbol.flags ? await loadValue(symbol) : undefined
  const text = docstring.text || (isEndpoint(value) ? `${value.summary}.` : '')
  const file = toRepoPath(fileOf(symbol))
  const parts = [
    `### ${name}`,
    text,
    showShape(exported, value, page),
    listParameters(docstring).join('\n'),
    ...findTags(docstring, 'returns').map((each) => `Gives ${each}`),
    ...findTags(docstring, 'throws').map(
      (each) => `**Throws** ${each.replace(/^\{(\w+)\}\s*/, '`$1` ')}`,
    ),
    ...findTags(docstring, 'example').map(showExample),
    `[${file}](../../${file})`,
  ]
  return { text: parts.filter(Boolean).join('\n\n'), isDescribed: text !== '' }
}
