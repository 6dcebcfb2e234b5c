import { endpoint } from '@kbyt/sdk/schema'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { answerDownload } from './answer-download.js'
import { Download } from './download.js'
import type { HttpEnv } from './http-env.js'

const list = endpoint({
  id: 'list',
  summary: 'A list',
  method: 'GET',
  path: '/list',
  input: z.object({}),
  output: z.string(),
  produces: ['text/csv'],
})

function ask(chunks: Download['chunks'], fileName?: string) {
  const app = new Hono<HttpEnv>()
  app.get('/', (context) =>
    answerDownload(new Download('text/csv', chunks, fileName), list, context),
  )
  return app.request('/')
}

it('sends the chunks in order, with type, language of bytes and a name to save it under', async () => {
  const response = await ask(['tên\r\n', 'Thảo\r\n'], 'list.csv')

  expect(await response.text()).toBe('tên\r\nThảo\r\n')
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="list.csv"',
    vary: 'Accept',
  })
})

it('makes a chunk when it is read, and stops when nobody reads on', async () => {
  const made: number[] = []
  let isStopped = false
  async function* count() {
    try {
      for (let index = 0; index < 1_000; index += 1) {
        made.push(index)
        yield `${index}\n`
      }
    } finally {
      isStopped = true
    }
  }

  const reader = (await ask(count())).body?.getReader()
  await reader?.read()
  await reader?.cancel()

  expect(made.length).toBeLessThan(10)
  expect(isStopped).toBe(true)
})

it('breaks off where making a chunk fails: half a file is no file', async () => {
  async function* fail() {
    yield 'first\n'
    throw new Error('the database is gone')
  }

  const response = await ask(fail())

  await expect(response.text()).rejects.toThrow()
})
