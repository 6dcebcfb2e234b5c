import {
  findDeclarationsEndpoint,
  submitDeclarationEndpoint,
  withdrawDeclarationEndpoint,
} from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { DeclarationService } from './declaration.service.js'

export function addDeclarationRoutes(router: Router, declarations: DeclarationService): void {
  router.citizen(submitDeclarationEndpoint, declarations.submit)
  router.citizen(findDeclarationsEndpoint, ({ kind }, call) => declarations.find(kind, call))
  router.citizen(withdrawDeclarationEndpoint, ({ declarationId }, call) =>
    declarations.withdraw(declarationId, call),
  )
}
