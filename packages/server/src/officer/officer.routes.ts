import {
  closeOfficerSessionEndpoint,
  getOfficerSessionEndpoint,
  openOfficerSessionEndpoint,
  setOfficerDefaultsEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import { type OfficerService, sessionLifeMs } from './officer.service.js'
import { endedOfficerCookie, toOfficerCookie } from './officer-cookie.js'

export function addOfficerRoutes(router: Router, officers: OfficerService): void {
  router.anybody(openOfficerSessionEndpoint, async (credentials, call) => {
    const { token, ...session } = await officers.open(credentials, call)
    // a page gets a cookie no script can read; only a caller without an origin holds the token itself
    if (call.origin === undefined) return { ...session, token }
    call.answerHeaders.set('Set-Cookie', toOfficerCookie(token, sessionLifeMs / 1_000))
    return session
  })

  router.officer(getOfficerSessionEndpoint, async (_input, call) => officers.describe(call))

  router.officer(closeOfficerSessionEndpoint, async (_input, call) => {
    await officers.close(call)
    call.answerHeaders.set('Set-Cookie', endedOfficerCookie)
    return {}
  })

  router.officer(setOfficerDefaultsEndpoint, officers.setDefaults)
}
