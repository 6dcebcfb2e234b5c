import { createAccountServices } from '../account/create-account-services.js'
import { createIssueGrants } from '../account/issue-grants.js'
import type { CreateAppOptions } from '../app-options.js'
import { createCheckInServices } from '../check-in/create-check-in-services.js'
import { createDeclarationService } from '../declaration/declaration.service.js'
import { createCardPhotosService } from '../ekyc/card-photos.service.js'
import { createEkycService } from '../ekyc/ekyc.service.js'
import { createInsuranceService } from '../insurance/insurance.service.js'
import { createOtpServices } from '../otp/create-otp-services.js'
import { createCollectData } from '../privacy/create-collect-data.js'
import { createPrepareErasure } from '../privacy/create-prepare-erasure.js'
import { createPrivacyService } from '../privacy/privacy.service.js'
import { createSessionService } from '../session/session.service.js'
import { createVenueServices } from '../venue/create-venue-services.js'
import type { Common } from './common.js'

/** What citizens use, and the venues they visit. */
export function createServicesForCitizens(common: Common, options: CreateAppOptions) {
  const { outside, steady, claimStatusIndex } = common
  const { signer } = options
  const { accounts, grants } = createAccountServices({
    ...common,
    issueGrants: createIssueGrants(outside, signer, claimStatusIndex),
    dormantDays: options.accountDormantDays ?? 365,
  })
  const cardPhotos = createCardPhotosService({ ...common, keptDays: options.cardPhotoDays ?? 0 })
  return {
    sessions: createSessionService(steady),
    ...createOtpServices(common, options),
    declarations: createDeclarationService({
      ...common,
      perPhoneDay: options.declarationsPerPhoneDay ?? 200,
    }),
    insurance: createInsuranceService(outside, options.insurance),
    accounts,
    grants,
    cardPhotos,
    ekyc: createEkycService({
      outside,
      accounts,
      provider: options.ekyc,
      keepPhotos: cardPhotos.keep,
    }),
    privacy: createPrivacyService({
      ...common,
      collectData: createCollectData({
        outside,
        findAccount: accounts.find,
        findCardPhotos: cardPhotos.export,
      }),
      prepareErasure: createPrepareErasure({ outside, findAccount: accounts.find }),
    }),
    ...createVenueServices({ ...common, signer }),
    ...createCheckInServices({
      ...common,
      findGrantHolder: outside.store.accounts.findGrantHolder,
    }),
  }
}
