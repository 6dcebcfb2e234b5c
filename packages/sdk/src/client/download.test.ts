import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { endpoint } from '../schema/endpoint.js'
import { download } from './download.js'
import { answerProblem, answerText, setupFetch } from './fake-fetch.setup.js'

const getFile = endpoint({
  id: 'getFile',
  summary: 'A file',
  method: 'GET',
  path: '/file',
  input: z.object({}),
  output: z.string(),
  produces: ['text/csv', 'application/x-ndjson'],
  errors: ['not_found'],
})

const readText = ({ body }: { body: ReadableStream<Uint8Array<ArrayBuffer>> }) =>
  new Response(body).text()

/** A body that sends these chunks and then ends as told. */
function makeBody(end: (controller: ReadableStreamDefaultController) => void): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('tên\r\n'))
      end(controller)
    },
  })
}

it('gives the bytes with their type and name, and asks for the types there are', async () => {
  const { client, requests } = setupFetch(
    () =>
      new Response('\uFEFFtên\r\n', {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="arrivals-2021-03-03.csv"',
        },
      }),
  )

  const file = await download(client, getFile, {})

  expect(file).toMatchObject({ type: 'text/csv', fileName: 'arrivals-2021-03-03.csv' })
  const bytes = new Uint8Array(await new Response(file.body).arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(requests[0]?.headers.get('accept')).toBe('text/csv, application/x-ndjson')
})

it('rejects with the code of a problem', async () => {
  const { client } = setupFetch(answerProblem('not_found', 404))

  await expect(download(client, getFile, {})).rejects.toMatchObject({ code: 'not_found' })
})

it.each([
  ['text/html', 'offline'],
  ['application/json', 'unexpected_answer'],
  ['image/png', 'unexpected_answer'],
])('takes no %s for the file', async (type, code) => {
  const { client } = setupFetch(answerText('<html>', type))

  await expect(download(client, getFile, {})).rejects.toMatchObject({ code })
})

it('breaks where the connection breaks: half a file is none', async () => {
  const body = makeBody((controller) => controller.error(new TypeError('terminated')))
  const { client } = setupFetch(
    () => new Response(body, { headers: { 'content-type': 'text/csv' } }),
  )

  const file = await download(client, getFile, {})

  await expect(readText(file)).rejects.toMatchObject({ code: 'offline' })
})

it('stops when its signal does, also while the file comes in', async () => {
  const { client } = setupFetch(
    () =>
      new Response(
        makeBody(() => {}),
        { headers: { 'content-type': 'text/csv' } },
      ),
  )
  const controller = new AbortController()
  const reason = new Error('left the page')

  const file = await download(client, getFile, {}, { signal: controller.signal })
  const reading = readText(file)
  const settled = expect(reading).rejects.toBe(reason)
  controller.abort(reason)

  await settled
})
