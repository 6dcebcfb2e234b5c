import { call } from '../client/call.js'
import type { Client } from '../client/client.js'
import { recordVisitsEndpoint } from '../schema/visit.js'
import type { SendVisits } from './outbox.js'

/** Sends by the client, one request a batch: the outbox is what tries again. */
export function toSendVisits(client: Client): SendVisits {
  return (batch, options) => call(client, recordVisitsEndpoint, batch, options)
}
