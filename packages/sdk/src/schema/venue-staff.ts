import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { phoneSchema } from './phone.js'
import { idSchema, openWordSchema } from './text.js'
import { venueInputSchema, venueRoles } from './venue.js'

/** Somebody who works at a venue, by the phone they prove. */
export const staffMemberSchema = z.object({
  staffId: idSchema,
  /** E.164. */
  phone: z.string(),
  role: openWordSchema(venueRoles),
  addedAt: instantSchema,
})
export type StaffMember = z.infer<typeof staffMemberSchema>

export const findStaffEndpoint = endpoint({
  id: 'findStaff',
  summary: 'Who works at a venue',
  method: 'GET',
  path: '/venues/{venueCode}/staff',
  access: 'citizen',
  input: venueInputSchema,
  output: z.object({ staff: z.array(staffMemberSchema) }),
  errors: ['not_found'],
})

const addStaffInputSchema = z.object({
  ...venueInputSchema.shape,
  phone: phoneSchema,
  role: z.enum(['manager', 'staff']),
})
/** Which phone, where, as what. */
export type AddStaffInput = z.infer<typeof addStaffInputSchema>

export const addStaffEndpoint = endpoint({
  id: 'addStaff',
  summary: 'Let a phone work at a venue; adding it twice is adding it once',
  method: 'POST',
  path: '/venues/{venueCode}/staff',
  access: 'citizen',
  input: addStaffInputSchema,
  output: staffMemberSchema,
  status: 201,
  errors: ['not_found'],
})

const removeStaffInputSchema = z.object({ ...venueInputSchema.shape, staffId: idSchema })
/** Who, and where. */
export type RemoveStaffInput = z.infer<typeof removeStaffInputSchema>

export const removeStaffEndpoint = endpoint({
  id: 'removeStaff',
  summary: 'Let a phone no longer work at a venue; the owner stays',
  method: 'DELETE',
  path: '/venues/{venueCode}/staff/{staffId}',
  access: 'citizen',
  input: removeStaffInputSchema,
  output: z.object({}),
  status: 204,
  errors: ['not_found'],
})
