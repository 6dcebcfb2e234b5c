import * as z from 'zod/mini'

/** @typedef {import('zod/v4/core').JSONSchema.BaseSchema} JsonSchema */
/** @typedef {{ path: string, type: string, isRequired: boolean }} Field */

/**
 * Lists the fields of an object schema, nested ones dotted, items of a list with `[]`.
 *
 * @param {import('../src/schema/endpoint.ts').ObjectSchema} schema
 */
export function listFields(schema) {
  return listOf(/** @type {JsonSchema} */ (z.toJSONSchema(schema, { unrepresentable: 'any' })), '')
}

/**
 * @param {JsonSchema} schema
 * @param {string} prefix
 * @returns {Field[]}
 */
function listOf({ properties = {}, required = [], anyOf, oneOf }, prefix) {
  const choices = anyOf ?? oneOf
  if (choices) return choices.flatMap((choice) => listOf(toObject(choice), prefix))
  return Object.entries(properties).flatMap(([name, value]) => {
    const field = toObject(value)
    const path = prefix + name
    const isRequired = required.includes(name)
    const { items } = field
    const inner = field.type === 'array' && items && !Array.isArray(items) ? toObject(items) : field
    const nested = listOf(inner, `${path}${inner === field ? '' : '[]'}.`)
    // An object says nothing that its fields do not say, unless it has none or may be absent.
    const isPlain = field.type === 'object' && isRequired && nested.length > 0
    return isPlain ? nested : [{ path, type: nameType(field), isRequired }, ...nested]
  })
}

/**
 * @param {JsonSchema | boolean} schema
 * @returns {JsonSchema}
 */
const toObject = (schema) => (typeof schema === 'boolean' ? {} : schema)

/**
 * @param {JsonSchema} schema
 * @returns {string}
 */
function nameType({ type, format, const: constant, enum: values, items, anyOf, oneOf }) {
  if (values) return values.map((value) => `\`${value}\``).join(', ')
  if (constant !== undefined) return `\`${constant}\``
  if (anyOf || oneOf) return 'one of several'
  if (type === 'array')
    return `list of ${nameType(toObject(Array.isArray(items) ? true : (items ?? true)))}`
  return format ?? String(type ?? 'any')
}
