import { requestOtpEndpoint, resendOtpEndpoint, verifyOtpEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { OtpService } from './otp.service.js'

export function addOtpRoutes(router: Router, otp: OtpService): void {
  router.anybody(requestOtpEndpoint, otp.request)
  router.anybody(resendOtpEndpoint, ({ challengeId }, call) => otp.resend(challengeId, call))
  router.anybody(verifyOtpEndpoint, otp.verify)
}
