import { type InsuredPerson, insuranceNumberSchema, insuredPersonSchema } from '@kbyt/sdk/schema'
import * as z from 'zod/mini'
import type { InsuranceDirectory } from '../ports.js'

const cardSchema = z.object({ cardNumber: insuranceNumberSchema, ...insuredPersonSchema.shape })
const listSchema = z.array(cardSchema)

/**
 * An insurer out of a list, as a file of a demo or a test holds it: `[{ cardNumber, fullName, bornOn,
 * … }]`. A card is found by either of its two numbers.
 *
 * @throws {ZodError} The list is of another shape.
 * @example
 * const insurance = createListedInsurance([
 *   { cardNumber: '4612345678', fullName: 'Trần Thị Bích', bornOn: '1990' },
 * ])
 */
export function createListedInsurance(list: unknown): InsuranceDirectory {
  const people = new Map<string, InsuredPerson>()
  for (const { cardNumber, ...person } of listSchema.parse(list)) {
    people.set(toBhxhNumber(cardNumber), person)
  }
  return {
    name: 'list',
    find: async ({ bhxhNumber }) => people.get(bhxhNumber),
  }
}

/** The last ten of 15 characters, or all ten. */
const toBhxhNumber = (cardNumber: string) => cardNumber.slice(-10)
