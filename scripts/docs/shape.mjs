import { pathToFileURL } from 'node:url'
import ts from '@typescript/typescript6'
import { listFields } from '../../packages/sdk/scripts/list-fields.mjs'
import { describeSchemaOf } from './describe.mjs'
import { toCell } from './docstring.mjs'
import { checker, declarationsOf, fileOf } from './sources.mjs'

/**
 * The value of an exported constant, where its module can be loaded without doing anything.
 *
 * @param {ts.Symbol} symbol
 * @returns {Promise<unknown>}
 */
export async function loadValue(symbol) {
  const file = fileOf(symbol)
  if (!/\/packages\/sdk\/src\//.test(file.replaceAll('\\', '/'))) return undefined
  return (await import(pathToFileURL(file).href))[symbol.name]
}

/**
 * @param {unknown} value
 * @returns {value is import('../../packages/sdk/src/schema/endpoint.ts').Endpoint}
 */
export const isEndpoint = (value) =>
  typeof value === 'object' && value !== null && 'summary' in value && 'path' in value

/** @param {unknown} value */
export const isSchema = (value) => typeof value === 'object' && value !== null && '_zod' in value

/**
 * What a schema gives out, as a type.
 *
 * @param {ts.Symbol} symbol
 */
function findOutput(symbol) {
  const [declaration] = declarationsOf(symbol)
  if (!declaration) return undefined
  const internals = checker.getTypeOfSymbol(symbol).getProperty('_zod')
  const output = internals && checker.getTypeOfSymbol(internals).getProperty('output')
  return output && checker.getTypeOfSymbol(output)
}

/**
 * @param {ts.Type} type
 * @returns {ts.Type}
 */
function toItem(type) {
  const item = checker.getNonNullableType(type).getNumberIndexType()
  return item ?? checker.getNonNullableType(type)
}

/**
 * What stands above the field in its schema.
 *
 * @param {ts.Type | undefined} type
 * @param {string} path As `people[].person.fullName`.
 * @param {string} page
 * @returns {string}
 */
function findMeaning(type, path, page) {
  const [name = '', ...rest] = path.split('.')
  const parts = type?.isUnion() ? type.types : [type]
  const property = parts
    .map((part) => part?.getProperty(name.replace('[]', '')))
    .find((each) => each !== undefined)
  if (!property) return ''
  const inner = toItem(checker.getTypeOfSymbol(property))
  if (rest.length > 0) return findMeaning(inner, rest.join('.'), page)
  const own = ts.displayPartsToString(property.getDocumentationComment(checker))
  return own || describeSchemaOf(property, page)
}

/**
 * The fields of an object schema as a table; empty for other schemas.
 *
 * @param {ts.Symbol} symbol
 * @param {unknown} schema
 * @param {string} page
 */
export function makeShape(symbol, schema, page) {
  const fields = listFields(
    /** @type {import('../../packages/sdk/src/schema/endpoint.ts').ObjectSchema} */ (schema),
  )
  if (fields.length === 0) return ''
  const output = findOutput(symbol)
  const rows = fields.map(({ path, type, isRequired }) => {
    const cells = [`\`${path}\``, toCell(type), isRequired ? 'yes' : '']
    return `| ${[...cells, toCell(findMeaning(output, path, page))].join(' | ')} |`
  })
  return ['| field | type | required | |', '|---|---|---|---|', ...rows].join('\n')
}
