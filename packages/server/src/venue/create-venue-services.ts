import type { Signer } from '@kbyt/sdk/qr/sign'
import type { IdempotencyService } from '../idempotency/idempotency.service.js'
import type { Outside } from '../outside.js'
import type { Places } from '../ports.js'
import { createDeviceService } from './device.service.js'
import { createMakePoster } from './make-poster.js'
import { createStaffService } from './staff.service.js'
import type { VenueServices } from './venue.routes.js'
import { createVenueService } from './venue.service.js'
import { createVenueLimits } from './venue-limits.js'

export interface VenueServicesOptions {
  readonly outside: Outside
  readonly signer: Signer
  readonly places: Places
  readonly idempotency: IdempotencyService
  /** The portal's host, which posters lead to. */
  readonly findHost: () => string
}

/** Venues, who works there, and their machines, tied together once. */
export function createVenueServices(options: VenueServicesOptions): VenueServices {
  const { outside, signer, places, idempotency, findHost } = options
  const limits = createVenueLimits(outside.store.limits)
  const makePoster = createMakePoster(signer, findHost)
  return {
    venues: createVenueService({ outside, places, idempotency, limits, makePoster }),
    staff: createStaffService(outside, limits),
    devices: createDeviceService(outside, limits),
  }
}
