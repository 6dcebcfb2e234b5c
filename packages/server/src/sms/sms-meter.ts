import type { Meter } from '../ports.js'
import type { MessageOutcome, MessageRow } from '../store/store.js'

type Ending = MessageOutcome | 'unsent'

/** What is measured of SMS: every time a gateway is asked, and every message that ends without. */
export interface SmsMeter {
  measure(message: MessageRow, outcome: Ending, startedAt: number, endedAt: number): void
  /** A message that ended without a gateway's word. */
  count(template: string, outcome: Ending): void
}

/**
 * - `kbyt_sms_deliveries_total` by gateway, template and outcome; `unsent` ones are offered again.
 * - `kbyt_sms_gateway_seconds`: how long the gateway took to answer, by gateway and outcome.
 * - `kbyt_sms_delivery_seconds`: from the request to the gateway's yes, by gateway and template.
 */
export function createSmsMeter(meter: Meter, gateway: string): SmsMeter {
  const count = (template: string, outcome: Ending) =>
    meter.count('kbyt_sms_deliveries_total', { gateway, template, outcome })
  return {
    count,
    measure({ template, createdAt }, outcome, startedAt, endedAt) {
      count(template, outcome)
      meter.observe('kbyt_sms_gateway_seconds', (endedAt - startedAt) / 1000, { gateway, outcome })
      if (outcome !== 'sent') return
      const seconds = (endedAt - createdAt) / 1000
      meter.observe('kbyt_sms_delivery_seconds', seconds, { gateway, template })
    },
  }
}
