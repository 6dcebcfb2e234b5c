import type { Endpoint } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { Dice } from './dice.setup.js'

/** A JSON Schema, as far as it is read here. */
const schemaSchema = z.looseObject({
  const: z.optional(z.unknown()),
  enum: z.optional(z.array(z.unknown())),
  oneOf: z.optional(z.array(z.unknown())),
  anyOf: z.optional(z.array(z.unknown())),
  type: z.optional(z.unknown()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
  items: z.optional(z.unknown()),
  minimum: z.optional(z.number()),
})

/** What a field of this name may hold beside what its schema says. */
export type FindValue = (name: string, dice: Dice) => unknown

/**
 * Input for an endpoint, made from its schema: mostly well-formed, with the values that the world knows
 * for a field of that name, and now and then nonsense.
 */
export function makeInput(endpoint: Endpoint, findValue: FindValue, dice: Dice) {
  const json = inputSchemas.get(endpoint.id) ?? toInputSchema(endpoint)
  inputSchemas.set(endpoint.id, json)
  const made = makeValue(json, { findValue, dice })
  return z.record(z.string(), z.unknown()).parse(made)
}

const inputSchemas = new Map<string, unknown>()

function toInputSchema({ input }: Endpoint): unknown {
  const options = { io: 'input', unrepresentable: 'any' } as const
  const { $schema: _dialect, ...json } = z.toJSONSchema(input, options)
  return JSON.parse(JSON.stringify(json))
}

interface Making {
  readonly findValue: FindValue
  readonly dice: Dice
}

const nonsense = [null, '', -1, [], {}, 'x'.repeat(300), '‮', 1e9] as const

function makeField(name: string, json: unknown, making: Making): unknown {
  const { findValue, dice } = making
  if (dice.percent(2)) return nonsense[dice.roll(nonsense.length)]
  const known = dice.percent(95) ? findValue(name, dice) : undefined
  return known ?? makeValue(json, making)
}

function makeValue(json: unknown, making: Making): unknown {
  const { dice } = making
  const schema = schemaSchema.parse(json)
  const choices = schema.oneOf ?? schema.anyOf ?? []
  const [choice] = choices.slice(dice.roll(choices.length || 1))
  if (choice) return makeValue(choice, making)
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[dice.roll(schema.enum.length)]
  switch (schema.type) {
    case 'object':
      return makeObject(schema, making)
    case 'array':
      return Array.from({ length: dice.roll(3) }, () => makeValue(schema.items ?? {}, making))
    case 'integer':
    case 'number':
      return (schema.minimum ?? 0) + dice.roll(3)
    case 'boolean':
      return dice.percent(50)
    default:
      return dice.pick(['abc', '2021-03', '46', '2021-03-03', 'ga-hue', '123456'])
  }
}

function makeObject(schema: z.infer<typeof schemaSchema>, making: Making): unknown {
  const { properties = {}, required = [] } = schema
  const chosen = Object.entries(properties).filter(
    ([name]) => required.includes(name) || making.dice.percent(name === 'cursor' ? 5 : 30),
  )
  return Object.fromEntries(chosen.map(([name, inner]) => [name, makeField(name, inner, making)]))
}
