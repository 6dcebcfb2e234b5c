// node bench/camera/run.mjs [--looks 10000] [--trace-seconds 20] [--size 1280x720]
// A scanner before a camera that plays a QR code, with the worker as it is published:
// what the page's memory is after each tenth of the looks, and how long a task keeps its main thread.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { findBrowser, launchArgs } from '../../scripts/browser.mjs'
import { makeY4m } from '../../scripts/make-y4m.mjs'
import { attachToWorker } from './attach-to-worker.mjs'
import { measureMainThread } from './measure-main-thread.mjs'
import { servePage } from './serve-page.mjs'

const { values } = parseArgs({
  options: {
    looks: { type: 'string', default: '10000' },
    'trace-seconds': { type: 'string', default: '20' },
    size: { type: 'string', default: '1280x720' },
  },
})
const looks = Number(values.looks)
const [width = 0, height = 0] = values.size.split('x').map(Number)

const folder = await mkdtemp(join(tmpdir(), 'kbyt-camera-'))
const camera = join(folder, 'camera.y4m')
await makeY4m(camera, '1234567890'.repeat(28), { width, height })
const served = await servePage()
const { executablePath, env } = await findBrowser()
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env },
  args: launchArgs(camera),
})

const page = await browser.newPage()
const session = await page.context().newCDPSession(page)
await page.goto(served.url)

console.log(`state: ${await page.evaluate(() => cameraBench.start())}`)
await reach(Math.min(50, looks))
const thread = await measureMainThread(session, Number(values['trace-seconds']) * 1_000)
console.log(
  `main thread, ${thread.tasks} tasks: p95 ${thread.p95.toFixed(1)} ms, p99 ${thread.p99.toFixed(1)} ms, longest ${thread.max.toFixed(1)} ms`,
)

const sendToPage = (/** @type {any} */ method) => session.send(method)
const sendToWorker = await attachToWorker(session)
for (let tenth = 1; tenth <= 10; tenth++) {
  await reach((looks * tenth) / 10)
  console.log(`${await countLooks()} looks: ${await measureMemory()} MB`)
}
console.log(`codes reported: ${await page.evaluate(() => cameraBench.codes)}`)

await browser.close()
served.close()
await rm(folder, { recursive: true })

/** @param {number} count */
async function reach(count) {
  await page.waitForFunction((wanted) => cameraBench.looks >= wanted, count, {
    timeout: 0,
    polling: 500,
  })
}

function countLooks() {
  return page.evaluate(() => cameraBench.looks)
}

/** Megabytes of JavaScript in the page and in its worker, after garbage was collected. */
async function measureMemory() {
  const bytes = []
  for (const send of [sendToPage, sendToWorker]) {
    await send('HeapProfiler.collectGarbage')
    bytes.push((await send('Runtime.getHeapUsage')).usedSize)
  }
  return bytes.map((count) => (count / 1_000_000).toFixed(2)).join(' + ')
}
