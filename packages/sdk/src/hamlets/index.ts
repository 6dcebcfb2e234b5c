export type { Hamlet, HamletList } from '../schema/places.js'
export type { SetHamletsInput } from '../schema/set-hamlets.js'
export { getHamlets } from './get-hamlets.js'
export { setHamlets } from './set-hamlets.js'
