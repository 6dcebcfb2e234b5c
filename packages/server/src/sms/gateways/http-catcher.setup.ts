import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface CaughtRequest {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** An operator's HTTP interface on this machine that keeps what it is sent and answers as it is told. */
export async function startHttpCatcher(answer: (response: ServerResponse) => void) {
  const requests: CaughtRequest[] = []
  const server = createServer(async (request, response) => {
    const { method, url: path, headers } = request
    requests.push({ method, path, headers, body: await text(request) })
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  async function close(): Promise<void> {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  onTestFinished(close)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { requests, url: `http://127.0.0.1:${port}/send`, close }
}

/** Answers with JSON, or with text as it is. */
export const answerWith =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, headers)
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
