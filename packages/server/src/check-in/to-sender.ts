import type { ProvenCall } from '../call.js'
import type { BlindIndex } from '../store/store.js'

/** Who sends visits. */
export type Sender =
  | { readonly by: 'phone'; readonly phoneIndex: BlindIndex }
  | { readonly by: 'device'; readonly deviceId: string; readonly venueCode: string }
  /** An inspector of one venue; null for any other officer. */
  | { readonly by: 'officer'; readonly officerId: string; readonly venueCode: string | null }

export function toSender(call: ProvenCall): Sender {
  if ('device' in call) return { by: 'device', ...call.device }
  if ('citizen' in call) return { by: 'phone', phoneIndex: call.citizen.phoneIndex }
  const { officerId, role, venueCode } = call.officer
  return { by: 'officer', officerId, venueCode: role === 'inspector' ? venueCode : null }
}

/** By what a sender is counted: an index or an id. */
export function toSenderId(sender: Sender): string {
  switch (sender.by) {
    case 'phone':
      return sender.phoneIndex
    case 'device':
      return sender.deviceId
    case 'officer':
      return sender.officerId
  }
}
