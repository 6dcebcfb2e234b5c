import { endSessionEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { SessionService } from './session.service.js'

export function addSessionRoutes(router: Router, sessions: SessionService): void {
  router.citizen(endSessionEndpoint, async (_input, { citizen }) => {
    await sessions.end(citizen.tokenHash)
    return {}
  })
}
