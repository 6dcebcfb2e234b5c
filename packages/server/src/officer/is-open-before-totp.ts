import {
  closeOfficerSessionEndpoint,
  confirmTotpEndpoint,
  type Endpoint,
  getOfficerSessionEndpoint,
  setUpTotpEndpoint,
} from '@kbyt/sdk/schema'

const openIds: readonly string[] = [
  getOfficerSessionEndpoint.id,
  closeOfficerSessionEndpoint.id,
  setUpTotpEndpoint.id,
  confirmTotpEndpoint.id,
]

/** What an officer may do whose role needs TOTP and who has not set it up yet. */
export const isOpenBeforeTotp = ({ id }: Endpoint) => openIds.includes(id)
