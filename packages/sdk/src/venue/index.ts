export type {
  AddDeviceInput,
  AddStaffInput,
  Device,
  DeviceWithKey,
  FindVenueVisitsInput,
  FoundVenue,
  GetVenueInput,
  MakePosterInput,
  NewVenue,
  OwnVenue,
  Poster,
  RemoveStaffInput,
  RevokeDeviceInput,
  StaffMember,
  Venue,
  VenueChanges,
  VenueInput,
  VenueRole,
  VenueVisit,
  VenueVisitPage,
} from '../schema/venue.js'
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
