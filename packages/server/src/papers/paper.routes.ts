import { findPapersEndpoint, receivePaperEndpoint, setPaperAsideEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { PaperService } from './paper.service.js'

export function addPaperRoutes(router: Router, papers: PaperService): void {
  router.officer(receivePaperEndpoint, papers.receive)
  router.officer(findPapersEndpoint, papers.find)
  router.officer(setPaperAsideEndpoint, papers.setAside)
}
