import * as z from 'zod/mini'
import { instantSchema } from './calendar-date.js'
import { endpoint } from './endpoint.js'
import { phoneSchema } from './phone.js'
import { idSchema, tokenSchema } from './text.js'

/** What a proven phone may be used for. */
export const otpPurposes = ['declare'] as const
/** Which phone to prove, and what for. */
export const otpRequestSchema = z.object({ phone: phoneSchema, purpose: z.enum(otpPurposes) })
export type OtpRequest = z.infer<typeof otpRequestSchema>

/** A code was sent; the same answer in the same time for known and unknown phones. */
export const otpChallengeSchema = z.object({
  challengeId: idSchema,
  /** The code dies at this instant (5 minutes after sending). */
  expiresAt: instantSchema,
  /** Before this instant a resend is refused (60, 120, 240 s). */
  resendAt: instantSchema,
  codeLength: z.int(),
  triesLeft: z.int(),
})
export type OtpChallenge = z.infer<typeof otpChallengeSchema>

/** The answer to a challenge. */
export const otpVerificationSchema = z.object({
  challengeId: idSchema,
  /** As typed; anything but the exact digits counts as one wrong try. */
  code: z.string().check(z.minLength(1), z.maxLength(40)),
})
export type OtpVerification = z.infer<typeof otpVerificationSchema>

/** A citizen's session: an opaque bearer token, 30 minutes. */
export const citizenSessionSchema = z.object({
  token: tokenSchema,
  expiresAt: instantSchema,
  /** The proven phone, E.164. */
  phone: z.string(),
})
export type CitizenSession = z.infer<typeof citizenSessionSchema>

export const requestOtpEndpoint = endpoint({
  id: 'requestOtp',
  summary: 'Send a one-time code by SMS',
  method: 'POST',
  path: '/otp/challenges',
  input: otpRequestSchema,
  output: otpChallengeSchema,
  status: 201,
  isIdempotent: true,
  errors: ['otp_rate_limited', 'otp_blocked'],
})

export const resendOtpEndpoint = endpoint({
  id: 'resendOtp',
  summary: 'Send a new code for the same challenge; the old one dies',
  method: 'POST',
  path: '/otp/challenges/{challengeId}/resend',
  input: z.object({ challengeId: idSchema }),
  output: otpChallengeSchema,
  errors: [
    'otp_resend_too_soon',
    'otp_rate_limited',
    'otp_blocked',
    'otp_expired',
    'otp_tries_exhausted',
    'otp_used',
  ],
})

export const verifyOtpEndpoint = endpoint({
  id: 'verifyOtp',
  summary: 'Answer a challenge and open a citizen session',
  method: 'POST',
  path: '/otp/challenges/{challengeId}/verify',
  input: otpVerificationSchema,
  output: citizenSessionSchema,
  status: 201,
  errors: ['otp_code_wrong', 'otp_expired', 'otp_tries_exhausted', 'otp_used'],
})

export const endSessionEndpoint = endpoint({
  id: 'endSession',
  summary: 'End the citizen session',
  method: 'DELETE',
  path: '/sessions/current',
  access: 'citizen',
  input: z.object({}),
  output: z.object({}),
  status: 204,
})
