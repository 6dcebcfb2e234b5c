export type { ConsentRecord, Erasure, PersonalData } from '../schema/privacy.js'
export { erasePersonalData } from './erase-personal-data.js'
export { exportPersonalData } from './export-personal-data.js'
