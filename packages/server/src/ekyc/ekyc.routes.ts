import { findCardPhotosEndpoint, readCardEndpoint, verifyAccountEndpoint } from '@kbyt/sdk/schema'
import type { Router } from '../http/router.js'
import type { CardPhotosService } from './card-photos.service.js'
import type { EkycService } from './ekyc.service.js'

export function addEkycRoutes(
  router: Router,
  ekyc: EkycService,
  cardPhotos: CardPhotosService,
): void {
  router.citizen(readCardEndpoint, ekyc.readCard)
  router.citizen(verifyAccountEndpoint, ekyc.verify)
  router.officer(findCardPhotosEndpoint, cardPhotos.find)
}
