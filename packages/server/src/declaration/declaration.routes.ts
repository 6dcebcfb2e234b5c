import {
  findDeclarationsEndpoint,
  submitAssistedDeclarationEndpoint,
  submitDeclarationEndpoint,
  submitPaperDeclarationEndpoint,
  withdrawDeclarationEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { ChannelDeclarationService } from './channel-declaration.service.js'
import type { DeclarationService } from './declaration.service.js'

export function addDeclarationRoutes(
  router: Router,
  declarations: DeclarationService,
  channels: ChannelDeclarationService,
): void {
  router.officer(submitAssistedDeclarationEndpoint, channels.submitAssisted)
  router.officer(submitPaperDeclarationEndpoint, channels.submitPaper)
  router.citizen(submitDeclarationEndpoint, declarations.submit)
  router.citizen(findDeclarationsEndpoint, ({ kind }, call) => declarations.find(kind, call))
  router.citizen(withdrawDeclarationEndpoint, ({ declarationId }, call) =>
    declarations.withdraw(declarationId, call),
  )
}
