export type { FilledPerson, InsuranceLookup } from '../schema/insurance.js'
export { lookUpInsurance } from './look-up-insurance.js'
