export type { InsuranceLookup, InsuredPerson } from '../schema/insurance.js'
export { lookUpInsurance } from './look-up-insurance.js'
