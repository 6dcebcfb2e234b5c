import * as z from 'zod/mini'
import { countSeptets } from './count-septets.js'

/** As long as a code gets on a day of mass guessing. */
const longestCode = '00000000'
/** Signs that operators' filters stumble over (shared/domain/sms-gateways.json). */
const avoided = /[#&[\]{}\\<@%]/

function fits(wording: string): boolean {
  const [before, after, ...more] = wording.split('{code}')
  if (before === undefined || after === undefined || more.length > 0) return false
  const septets = countSeptets(before + longestCode + after)
  return septets !== undefined && septets <= 160 && !avoided.test(before + after)
}

/** The text of an SMS as it was registered with the operators: one SMS without diacritics, with `{code}` once. */
export const wordingSchema = z.string().check(
  z.refine(fits, {
    error: 'must have {code} once, no diacritics, none of #&[]{}\\<@%, and fit 160 signs',
  }),
)
