import {
  addDeviceEndpoint,
  addStaffEndpoint,
  changeVenueEndpoint,
  findDevicesEndpoint,
  findOwnVenuesEndpoint,
  findStaffEndpoint,
  getVenueEndpoint,
  makePosterEndpoint,
  registerVenueEndpoint,
  removeStaffEndpoint,
  revokeDeviceEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { DeviceService } from './device.service.js'
import type { StaffService } from './staff.service.js'
import type { VenueService } from './venue.service.js'

export interface VenueServices {
  readonly venues: VenueService
  readonly staff: StaffService
  readonly devices: DeviceService
}

export function addVenueRoutes(router: Router, { venues, staff, devices }: VenueServices): void {
  router.citizen(registerVenueEndpoint, venues.register)
  router.citizen(findOwnVenuesEndpoint, (_input, call) => venues.findOwn(call))
  router.anybody(getVenueEndpoint, venues.get)
  router.citizen(changeVenueEndpoint, venues.change)
  router.citizen(makePosterEndpoint, venues.makePoster)

  router.citizen(findStaffEndpoint, ({ venueCode }, call) => staff.find(venueCode, call))
  router.citizen(addStaffEndpoint, staff.add)
  router.citizen(removeStaffEndpoint, async (input, call) => {
    await staff.remove(input, call)
    return {}
  })

  router.citizen(findDevicesEndpoint, ({ venueCode }, call) => devices.find(venueCode, call))
  router.citizen(addDeviceEndpoint, devices.add)
  router.citizen(revokeDeviceEndpoint, async (input, call) => {
    await devices.revoke(input, call)
    return {}
  })
}
