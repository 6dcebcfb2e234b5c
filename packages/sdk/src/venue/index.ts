export type {
  FoundVenue,
  GetVenueInput,
  MakePosterInput,
  NewVenue,
  OwnVenue,
  Poster,
  Venue,
  VenueChanges,
  VenueInput,
  VenueRole,
} from '../schema/venue.js'
export type {
  AddDeviceInput,
  Device,
  DeviceWithKey,
  RevokeDeviceInput,
} from '../schema/venue-device.js'
export type { AddStaffInput, RemoveStaffInput, StaffMember } from '../schema/venue-staff.js'
export type { FindVenueVisitsInput, VenueVisit, VenueVisitPage } from '../schema/venue-visit.js'
export { addDevice } from './add-device.js'
export { addStaff } from './add-staff.js'
export { changeVenue } from './change-venue.js'
export { findDevices } from './find-devices.js'
export { findOwnVenues } from './find-own-venues.js'
export { findStaff } from './find-staff.js'
export { findVenueVisits } from './find-venue-visits.js'
export { getVenue } from './get-venue.js'
export { makePoster } from './make-poster.js'
export { registerVenue } from './register-venue.js'
export { removeStaff } from './remove-staff.js'
export { revokeDevice } from './revoke-device.js'
