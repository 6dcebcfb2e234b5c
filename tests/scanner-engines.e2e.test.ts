import type { Page } from 'playwright'
import QRCode from 'qrcode'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const text = '1234567890'.repeat(20)
const scannerPage = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Quét</title>
<script type="module" src="/kbyt.js"></script><main><kbyt-scanner></kbyt-scanner></main></html>`
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.leave())
afterAll(() => stage.close())

/** A page with a scanner under the portal's own policy, and what the page and its worker loaded. */
async function setup(workerPolicy?: string) {
  const complainedBefore = stage.complaints.length
  const page = await stage.open('/')
  const policy = (await page.request.get(stage.portal.url)).headers()['content-security-policy']
  const loaded: string[] = []
  const context = page.context()
  context.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await context.route(new URL('/quet', stage.portal.url).href, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy ?? '' },
      body: scannerPage,
    }),
  )
  if (workerPolicy)
    await context.route('**/scan-worker.js', async (route) => {
      const response = await route.fetch()
      const headers = { ...response.headers(), 'content-security-policy': workerPolicy }
      await route.fulfill({ response, headers })
    })
  await page.goto(new URL('/quet', stage.portal.url).href)
  return { page, loaded, getComplaints: () => stage.complaints.slice(complainedBefore) }
}

async function readFile(page: Page): Promise<string> {
  const scanned = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.body.addEventListener('kbyt-code-scanned', (event) =>
          resolve((event as Event & { text: string }).text),
        )
      }),
  )
  const buffer = await QRCode.toBuffer(text, { scale: 4 })
  await page
    .getByLabel('Chọn ảnh có mã QR')
    .setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer })
  return scanned
}

it('runs WebAssembly in its worker alone, and nothing of another host', async () => {
  const { page, loaded, getComplaints } = await setup()

  expect(await readFile(page)).toBe(text)

  expect(loaded).toEqual(expect.arrayContaining(['/scan-worker.js', '/zxing_reader.wasm']))
  expect(loaded).not.toContain('/zxing-js.js')
  const { headers } = await page.request
    .get(new URL('/scan-worker.js', stage.portal.url).href)
    .then((response) => ({ headers: response.headers() }))
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  )
  expect(getComplaints()).toEqual([])
  await page.close()
})

it('stands under a policy that lets the page itself run no WebAssembly and no other worker', async () => {
  const { page } = await setup()

  const refused = await page.evaluate(async () => {
    const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
    const wasm = await WebAssembly.compile(empty).then(
      () => 'ran',
      (error: Error) => error.name,
    )
    try {
      new Worker('/kbyt.js')
      return [wasm, 'started']
    } catch (error) {
      return [wasm, error instanceof Error ? error.name : '']
    }
  })

  expect(refused).toEqual(['CompileError', 'TypeError'])
  await page.close()
})

it('reads by JavaScript where the worker may run no WebAssembly', async () => {
  const { page, loaded } = await setup("default-src 'none'; script-src 'self'; connect-src 'self'")

  expect(await readFile(page)).toBe(text)

  expect(loaded).toContain('/zxing-js.js')
  await page.close()
})

it('reads on the page where it may start no worker', async () => {
  const { page, loaded } = await setup()
  await page.context().route('**/scan-worker.js', (route) => route.abort())

  expect(await readFile(page)).toBe(text)

  expect(loaded).not.toContain('/zxing_reader.wasm')
  await page.close()
})
