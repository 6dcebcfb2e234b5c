import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { idSchema, lineSchema, tokenSchema } from './text.js'
import { venueInputSchema } from './venue.js'

/** A machine at a venue (turnstile, kiosk) that records visits by its key. */
export const deviceSchema = z.object({
  deviceId: idSchema,
  name: z.string(),
  createdAt: instantSchema,
})
export type Device = z.infer<typeof deviceSchema>

export const findDevicesEndpoint = endpoint({
  id: 'findDevices',
  summary: 'The machines of a venue whose keys hold',
  method: 'GET',
  path: '/venues/{venueCode}/devices',
  access: 'citizen',
  input: venueInputSchema,
  output: z.object({ devices: z.array(deviceSchema) }),
  errors: ['not_found'],
})

const addDeviceInputSchema = z.object({ ...venueInputSchema.shape, name: lineSchema(60) })
/** Where the machine stands, and what it is called there. */
export type AddDeviceInput = z.infer<typeof addDeviceInputSchema>

/** A machine with the key that is shown once. */
export const deviceWithKeySchema = z.object({ ...deviceSchema.shape, key: tokenSchema })
export type DeviceWithKey = z.infer<typeof deviceWithKeySchema>

export const addDeviceEndpoint = endpoint({
  id: 'addDevice',
  summary: 'Make a key for a machine of a venue; it is shown this once',
  method: 'POST',
  path: '/venues/{venueCode}/devices',
  access: 'citizen',
  input: addDeviceInputSchema,
  output: deviceWithKeySchema,
  status: 201,
  errors: ['not_found'],
})

const revokeDeviceInputSchema = z.object({ ...venueInputSchema.shape, deviceId: idSchema })
/** Which machine, and where. */
export type RevokeDeviceInput = z.infer<typeof revokeDeviceInputSchema>

export const revokeDeviceEndpoint = endpoint({
  id: 'revokeDevice',
  summary: 'End the key of a machine',
  method: 'DELETE',
  path: '/venues/{venueCode}/devices/{deviceId}',
  access: 'citizen',
  input: revokeDeviceInputSchema,
  output: z.object({}),
  status: 204,
  errors: ['not_found'],
})
