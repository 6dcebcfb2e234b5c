import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import * as z from 'zod/mini'
import { calendarDateSchema, instantSchema } from './calendar-date.js'
import { policySchema } from './policy.js'
import { idSchema, slugSchema } from './text.js'
import { keySetSchema } from './trust.js'

const policyFile = new URL('../../policies/hue-2021-02-09.json', import.meta.url)
const policy: unknown = JSON.parse(readFileSync(policyFile, 'utf8'))

/** A word in an answer that a newer server may not replace, such as `people.pass.state: valid|expired`. */
export type ReportClosed = (path: string, words: string) => void

/**
 * What is read as strictly as it is checked: a verifier decides by a key, a policy is evaluated or
 * not, and a condition nobody knows must not be left out (decision 0008).
 */
const decidedBy = new Map<z.core.$ZodType, fc.Arbitrary<unknown>>([
  [keySetSchema, fc.constant({ keys: [] })],
  [policySchema, fc.constant(policy)],
])

const instants = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })

const newerWords = fc.stringMatching(/^newer(-[a-z0-9]{1,8}){1,3}$/)

/** What no name, number or line of free text is made of, yet. */
const anyTexts = fc.string({
  unit: fc.constantFrom('đ', '\u0301', '؟', '<', '☂', '7', ' ', '\u200B'),
  minLength: 1,
  maxLength: 8,
})

/** Texts whose form is the wire's own; every other text of an answer may be any. */
const forms = new Map<z.core.$ZodType, fc.Arbitrary<string>>([
  [slugSchema, newerWords],
  [idSchema, fc.uuid({ version: 7 })],
  [instantSchema, instants.map((date) => date.toISOString())],
  [calendarDateSchema, instants.map((date) => date.toISOString().slice(0, 10))],
])

/** Like a name: it may be any word a field is not called by yet. */
const newFields = fc.dictionary(fc.constantFrom('newerField', 'x-2031'), fc.jsonValue(), {
  noNullPrototype: true,
})
/**
 * The answers that a server newer than this version may give where this version expects `schema`:
 * fields it has not heard of in every object, words it has not heard of wherever they may grow, and
 * any text at all where no form is told.
 */
export function newerAnswers(
  schema: z.core.$ZodType,
  reportClosed: ReportClosed,
  path = '',
): fc.Arbitrary<unknown> {
  const below = (inner: z.core.$ZodType, key?: string) =>
    newerAnswers(inner, reportClosed, [path, key].filter(Boolean).join('.'))
  const known = decidedBy.get(schema) ?? forms.get(schema)
  if (known) return known
  if (schema instanceof z.ZodMiniObject) return toObjects(schema, below)
  if (schema instanceof z.ZodMiniArray) return fc.array(below(schema.def.element), { maxLength: 3 })
  if (schema instanceof z.ZodMiniOptional)
    return fc.option(below(schema.def.innerType), { nil: undefined })
  if (schema instanceof z.ZodMiniRecord) {
    return fc.dictionary(newerWords, below(schema.def.valueType), { noNullPrototype: true })
  }
  if (schema instanceof z.ZodMiniUnion || schema instanceof z.ZodMiniDiscriminatedUnion)
    return toUnions(schema, below)
  if (schema instanceof z.ZodMiniEnum) return toWords(schema.options, path, reportClosed)
  if (schema instanceof z.ZodMiniLiteral) return toWords([...schema.def.values], path, reportClosed)
  if (schema instanceof z.ZodMiniString) return toTexts(schema, path)
  if (schema instanceof z.ZodMiniNumber) return fc.integer({ min: 1, max: 90 })
  if (schema instanceof z.ZodMiniBoolean) return fc.boolean()
  if (schema instanceof z.ZodMiniUnknown) return fc.jsonValue()
  throw new Error(`${path}: no answers are made for ${schema._zod.def.type}`)
}

type Below = (inner: z.core.$ZodType, key?: string) => fc.Arbitrary<unknown>

function toObjects({ shape }: z.ZodMiniObject, below: Below): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape).map(([key, inner]) => [key, below(inner, key)] as const)
  return fc
    .tuple(fc.record(Object.fromEntries(fields)), newFields)
    .map(([expected, unexpected]) => JSON.parse(JSON.stringify({ ...unexpected, ...expected })))
}

/** Of an open word every one it has not heard of, besides. */
function toUnions(
  { def }: z.ZodMiniUnion | z.ZodMiniDiscriminatedUnion,
  below: Below,
): fc.Arbitrary<unknown> {
  const isOpen = def.options.some((option) => option instanceof z.ZodMiniString)
  return isOpen ? newerWords : fc.oneof(...def.options.map((option) => below(option)))
}

function toWords(
  words: readonly unknown[],
  path: string,
  reportClosed: ReportClosed,
): fc.Arbitrary<unknown> {
  reportClosed(path, words.join('|'))
  return fc.constantFrom(...words)
}

/** A pattern and a length are a form; another check would be a rule of input, and such rules grow. */
function toTexts({ def }: z.ZodMiniString, path: string): fc.Arbitrary<string> {
  const checks = (def.checks ?? []).map((check) => check._zod.def)
  if (checks.some(({ check }) => check === 'custom')) {
    throw new Error(`${path}: a reader checks by a rule of input`)
  }
  if ('format' in def && def.format === 'url')
    return fc.constant('https://id.example.vn/realms/hue')
  const pattern = checks.map((check) => 'pattern' in check && check.pattern).find(isPattern)
  return pattern ? fc.stringMatching(pattern) : anyTexts
}

const isPattern = (found: unknown) => found instanceof RegExp
