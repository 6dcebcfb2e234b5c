import * as z from 'zod/mini'
import { SmsFailure } from '../sms-failure.js'
import type { HttpTemplate } from './http-template.js'

const stepsSchema = z.record(z.string(), z.unknown())
const valueSchema = z.union([z.string(), z.number(), z.boolean()])

/** The text, number or boolean at `result.0.r`; undefined where there is none. */
function findValue(answer: unknown, path: string): string | undefined {
  let value = answer
  for (const step of path.split('.')) {
    const steps = stepsSchema.safeParse(Array.isArray(value) ? { ...value } : value)
    if (!steps.success || !Object.hasOwn(steps.data, step)) return undefined
    value = steps.data[step]
  }
  const found = valueSchema.safeParse(value)
  return found.success ? String(found.data) : undefined
}

/**
 * Reads an operator's JSON: returns when it took the message.
 *
 * @throws {SmsFailure} `rejected` with the operator's code, `unknown` when it is not the answer that
 *   the template describes: whatever wrote it, the message may be on its way.
 */
export function judgeAnswer(text: string, accepted: HttpTemplate['accepted']): void {
  const answer = parseJson(text)
  const values = accepted.map(({ path, equals }) => ({
    path,
    equals,
    value: findValue(answer, path),
  }))
  if (values.some(({ value }) => value === undefined)) {
    throw new SmsFailure('unknown', 'unexpected_answer')
  }
  const wrong = values.find(({ value, equals }) => value !== equals)
  if (wrong) throw new SmsFailure('rejected', `${wrong.path}=${wrong.value}`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
