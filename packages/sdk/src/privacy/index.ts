export type {
  ConsentRecord,
  Erasure,
  PersonalData,
  PersonErasure,
  PersonErasureRequest,
} from '../schema/privacy.js'
export type { CardPhotosRequest, KeptCardPhotos } from '../schema/verification.js'
export { erasePerson } from './erase-person.js'
export { erasePersonalData } from './erase-personal-data.js'
export { exportPersonalData } from './export-personal-data.js'
export { findCardPhotos } from './find-card-photos.js'
