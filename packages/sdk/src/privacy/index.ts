export type {
  ConsentRecord,
  Erasure,
  PersonalData,
  PersonErasure,
  PersonErasureRequest,
} from '../schema/privacy.js'
export { erasePerson } from './erase-person.js'
export { erasePersonalData } from './erase-personal-data.js'
export { exportPersonalData } from './export-personal-data.js'
