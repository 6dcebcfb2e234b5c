import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type {} from '@kbyt/widgets/scanner'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { makeY4m } from '../scripts/make-y4m.mjs'
import { openStage, type Stage } from './stage.ts'

const camera = join(import.meta.dirname, '../.cache/scanner-e2e.y4m')
const text = '1234567890'.repeat(20)
let stage: Stage
let around: Server
beforeAll(async () => {
  await makeY4m(camera, text, { width: 1_280, height: 720 })
  stage = await openStage({ camera })
  around = await serveFrames()
})
afterEach(() => stage.leave())
afterAll(async () => {
  await stage.close()
  around.close()
})

const scannerPage = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Quét</title>
<script type="module" src="/kbyt.js"></script><main><kbyt-scanner></kbyt-scanner></main></html>`

/** A page of another origin with the scanner's page in an iframe, with the camera or without. */
function serveFrames(): Promise<Server> {
  const server = createServer(({ url = '' }, response) => {
    const allow = url.includes('allow') ? 'allow="camera"' : ''
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<iframe ${allow} width="500" height="900" src="${stage.portal.url}/quet"></iframe>`,
    )
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** Lets the portal have a page with a scanner, under its own policy or as a page that may be framed. */
async function openScanner(address: string, mayBeFramed = false): Promise<Page> {
  const page = await stage.open('/')
  const answer = await page.request.get(stage.portal.url)
  const policy = answer.headers()['content-security-policy'] ?? ''
  await page.route(new URL('/quet', stage.portal.url).href, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': mayBeFramed ? '' : policy },
      body: scannerPage,
    }),
  )
  await page.goto(address)
  return page
}

it('reads by the camera under the policy of the portal, and asks no other host', async () => {
  const before = stage.complaints.length
  const page = await openScanner(new URL('/quet', stage.portal.url).href)
  const scanned = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.body.addEventListener('kbyt-code-scanned', ({ text: scan }) => resolve(scan))
      }),
  )

  await page.getByRole('button', { name: 'Bật máy ảnh' }).click()

  expect(await scanned).toBe(text)
  expect(stage.complaints.slice(before)).toEqual([])
  await page.close()
})

const frames = () => `http://127.0.0.1:${(around.address() as AddressInfo).port}`

it('says in an iframe without the camera that the page around keeps it back', async () => {
  const page = await openScanner(frames(), true)
  const frame = page.frameLocator('iframe')

  await frame.getByRole('button', { name: 'Bật máy ảnh' }).click()

  await frame.getByText('Trang này nằm trong một trang khác').waitFor()
  await frame.getByRole('link', { name: 'Mở trang này trong thẻ riêng' }).waitFor()
  await page.close()
})

it('reads in an iframe that is given the camera', async () => {
  const page = await openScanner(`${frames()}/allow`, true)
  const frame = page.frameLocator('iframe')

  await frame.getByRole('button', { name: 'Bật máy ảnh' }).click()

  await frame.getByText('Đã đọc được mã QR.').waitFor()
  await page.close()
})
