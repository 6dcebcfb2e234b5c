import { type Client, call } from '@kbyt/sdk'
import { addSubscriber, type NewSubscriber } from '@kbyt/sdk/feed'
import { type FeedEvent, feedEventSchema, readFeedEndpoint } from '@kbyt/sdk/schema'
import { setup, signInOfficer } from '../backend.setup.js'
import type { WebhookAnswer, WebhookRequest } from '../ports.js'

/** A receiver that takes what it is sent, until it is told otherwise. */
export function createReceiver() {
  const received: WebhookRequest[] = []
  const receiver = {
    received,
    /** What it answers next. */
    answer: async (_request: WebhookRequest): Promise<WebhookAnswer> => ({ status: 204 }),
    async post(request: WebhookRequest) {
      received.push(request)
      return receiver.answer(request)
    },
    listEvents: (): FeedEvent[] =>
      received.map(({ body }) => feedEventSchema.parse(JSON.parse(body))),
  }
  return receiver
}

export const newSubscriber: NewSubscriber = {
  name: 'Bộ Y tế',
  legalBasis: 'Công văn 391/STTTT-IOC, I.1',
  url: 'https://lienthong.example/kbyt',
  events: ['declaration-filed', 'declaration-withdrawn'],
  fields: ['fullName', 'identityDocument', 'health'],
}

/** A backend with a receiver of webhooks, and a client of its administrator. */
export async function setupFeed(overrides: Parameters<typeof setup>[0] = {}) {
  const receiver = createReceiver()
  const backend = await setup({ webhooks: receiver, ...overrides })
  const client = await createOfficerClient(backend, 'administrator')
  const add = (changes: Partial<NewSubscriber> = {}) =>
    addSubscriber(client, { ...newSubscriber, ...changes })
  return { ...backend, receiver, client, add }
}

/** A client that an officer of this role is signed in with. */
export async function createOfficerClient(
  backend: Awaited<ReturnType<typeof setup>>,
  role: Parameters<typeof signInOfficer>[1],
): Promise<Client> {
  const { headers } = await signInOfficer(backend, role)
  const client = backend.createTestClient()
  client.officerToken.save(headers.authorization.slice('Bearer '.length))
  return client
}

/** One page of what a subscriber reads by its key. */
export const readPage = (client: Client, token: string, input = {}) =>
  call(client, readFeedEndpoint, input, { token })
