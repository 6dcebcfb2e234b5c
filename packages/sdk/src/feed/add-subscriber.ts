import { call } from '../client/call.js'
import type { CallOptions } from '../client/call-options.js'
import type { Client } from '../client/client.js'
import {
  addSubscriberEndpoint,
  type NewSubscriber,
  type SubscriberWithSecrets,
} from '../schema/feed.js'

/**
 * Lets a system read the feed from now on. Its key and secret are shown this once; where the reply is
 * lost, disable the subscriber and add it again.
 *
 * @throws {KbytError} `forbidden`: the officer is no administrator; `input_invalid`: among others an
 * address that webhooks may not go to; `audit_unavailable`: nothing was done, try again.
 * @example
 * const { key, secret } = await addSubscriber(client, {
 *   name: 'Bộ Y tế',
 *   legalBasis: 'Công văn 391/STTTT-IOC, I.1',
 *   url: 'https://lienthong.example/kbyt',
 *   events: ['declaration-filed', 'declaration-withdrawn'],
 *   fields: ['identityDocument', 'health'],
 * })
 */
export async function addSubscriber(
  client: Client,
  input: NewSubscriber,
  options?: CallOptions,
): Promise<SubscriberWithSecrets> {
  return call(client, addSubscriberEndpoint, input, options)
}
