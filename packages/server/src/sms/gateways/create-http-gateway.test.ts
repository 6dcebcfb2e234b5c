import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { createHttpGateway } from './create-http-gateway.js'
import { answerWith, startHttpCatcher } from './http-catcher.setup.js'
import type { HttpTemplate } from './http-template.js'
import { makeSmsMessage, toOutcome } from './message.setup.js'

const template: Omit<HttpTemplate, 'url'> = {
  format: 'json',
  headers: {},
  phone: '0',
  body: { to: '{to}', text: '{text}' },
  accepted: [{ path: 'code', equals: '0' }],
}

function createGateway(url: string, changes: Partial<HttpTemplate> = {}, timeoutMs = 10_000) {
  return createHttpGateway({
    name: 'operator',
    isWebOtpAllowed: false,
    template: { ...template, url, ...changes },
    values: {},
    timeoutMs,
    fetch,
  })
}

async function ask(answer: (response: ServerResponse) => void, timeoutMs?: number) {
  const { url, requests } = await startHttpCatcher(answer)
  const outcome = await toOutcome(createGateway(url, {}, timeoutMs).send(makeSmsMessage()))
  return { outcome, requests }
}

it.each([
  ['a yes', answerWith({ code: 0 }), 'sent'],
  ['a yes in text', answerWith({ code: '0', note: 'ok' }, 201), 'sent'],
  ['a no', answerWith({ code: 7 }), 'rejected code=7'],
  ['wrong credentials', answerWith({}, 401), 'rejected http_401'],
  ['too many requests', answerWith({}, 429), 'unsent http_429'],
  ['an error of its own', answerWith({ code: 0 }, 500), 'unknown http_500'],
  ['an overloaded proxy', answerWith('<html>', 503), 'unknown http_503'],
  ['a request that took too long', answerWith({}, 408), 'unknown http_408'],
  ['HTML', answerWith('<html>code 0</html>'), 'unknown unexpected_answer'],
  ['nothing', answerWith(''), 'unknown unexpected_answer'],
  ['JSON of another kind', answerWith(['code']), 'unknown unexpected_answer'],
  ['an object for a code', answerWith({ code: {} }), 'unknown unexpected_answer'],
  ['null for a code', answerWith({ code: null }), 'unknown unexpected_answer'],
  ['a flood', answerWith(`{"code":0,"x":"${'x'.repeat(70_000)}"}`), 'unknown answer_broken'],
  [
    'an answer that is cut off',
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': '99' })
      response.write('{"code":0}', () => response.destroy())
    },
    'unknown answer_broken',
  ],
  [
    'a connection that breaks',
    (response: ServerResponse) => void response.destroy(),
    'unknown UND_ERR_SOCKET',
  ],
])('takes %s for what it is, and asks once', async (_name, answer, outcome) => {
  const asked = await ask(answer)

  expect(asked.outcome).toBe(outcome)
  expect(asked.requests).toHaveLength(1)
})

it.each([
  ['at once', () => {}],
  ['after a first byte', (response: ServerResponse) => void response.write('{')],
])(
  'does not know what became of a message when the operator falls silent %s',
  async (_when, answer) => {
    const { outcome, requests } = await ask(answer, 1_000)

    expect(outcome).toMatch(/^unknown (?:timed_out|answer_broken)$/)
    expect(requests).toHaveLength(1)
  },
)

it.each([301, 302, 303, 307, 308])('does not carry a code after a redirect: %i', async (status) => {
  const elsewhere = await startHttpCatcher(answerWith({ code: 0 }))

  const { outcome } = await ask(answerWith('', status, { location: elsewhere.url }))

  expect(outcome).toBe(`unknown http_${status}`)
  expect(elsewhere.requests).toEqual([])
})

it('knows that nobody has the message when nobody listens', async () => {
  const { url, close } = await startHttpCatcher(answerWith({ code: 0 }))
  await close()

  const outcome = await toOutcome(createGateway(url).send(makeSmsMessage()))

  expect(outcome).toBe('unsent ECONNREFUSED')
})

it('fills what is sent in once, as text', async () => {
  const { url, requests } = await startHttpCatcher(answerWith({ code: 0 }))
  const text = '{to} "quoted" \\ \n@kbyt.example #123456'

  await createGateway(url).send(makeSmsMessage({ text }))

  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ to: '0905123456', text })
})

it('sends a form where the operator wants one', async () => {
  const { url, requests } = await startHttpCatcher(answerWith({ code: 0 }))
  const form = { format: 'form', body: { to: '{to}', text: '{text}', type: 2 } } as const

  await createGateway(url, form).send(makeSmsMessage({ text: 'a&b=c d' }))

  expect(requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  expect(requests[0]?.body).toBe('to=0905123456&text=a%26b%3Dc+d&type=2')
})

it('says nothing of the message, the keys or the operator’s sentence in its error', async () => {
  const { url } = await startHttpCatcher(answerWith({ code: 'to 0905123456: Mã 123456 sai' }))

  const error: unknown = await createGateway(url)
    .send(makeSmsMessage())
    .catch((reason: unknown) => reason)

  expect(String(error)).not.toMatch(/0905123456|123456|Mã/)
})
