// node bench/camera/run.mjs [--looks 10000] [--trace-seconds 20] [--size 1280x720] [--worker no] [--camera blank]
// A scanner before a camera that plays a QR code, with the worker as it is published:
// what the page's memory is after each tenth of the looks, and how long a task keeps its main thread.
// Without a worker only the latter; `--camera blank` plays grey noise, so that every preparation has its turn.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
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
    worker: { type: 'string', default: 'yes' },
    camera: { type: 'string', default: 'code' },
  },
})
const looks = Number(values.looks)
const [width = 0, height = 0] = values.size.split('x').map(Number)

const folder = await mkdtemp(join(tmpdir(), 'kbyt-camera-'))
const camera = join(folder, 'camera.y4m')
if (values.camera === 'blank') await writeNoise()
else await makeY4m(camera, '1234567890'.repeat(28), { width, height })
const served = await servePage(values.worker !== 'no')
const { executablePath, env } = await findBrowser()
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env },
  args: launchArgs(camera),
})

const page = await browser.newPage()
const session = await page.context().newCDPSession(page)
await page.goto(`${served.url}?worker=${values.worker}`)

console.log(`state: ${await page.evaluate(() => cameraBench.start())}`)
await reach(Math.min(50, looks))
const thread = await measureMainThread(session, Number(values['trace-seconds']) * 1_000)
console.log(
  `main thread, ${thread.tasks} tasks: p95 ${thread.p95.toFixed(1)} ms, p99 ${thread.p99.toFixed(1)} ms, longest ${thread.max.toFixed(1)} ms`,
)

if (values.worker !== 'no') await measureTenths()

await browser.close()
served.close()
await rm(folder, { recursive: true })

async function measureTenths() {
  const sendToPage = (/** @type {any} */ method) => session.send(method)
  const sendToWorker = await attachToWorker(session)
  for (let tenth = 1; tenth <= 10; tenth++) {
    await reach((looks * tenth) / 10)
    console.log(
      `${await countLooks()} looks: ${await measureMemory([sendToPage, sendToWorker])} MB`,
    )
  }
  console.log(`codes reported: ${await page.evaluate(() => cameraBench.codes)}`)
}

/** Three frames of noise, in which there is no code. */
async function writeNoise() {
  const frame = () =>
    Buffer.concat([
      Buffer.from('FRAME\n'),
      randomBytes(width * height),
      Buffer.alloc((width * height) / 2, 128),
    ])
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420jpeg\n`)
  await writeFile(camera, Buffer.concat([header, frame(), frame(), frame()]))
}

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
async function measureMemory(/** @type {readonly ((method: string) => Promise<any>)[]} */ senders) {
  const bytes = []
  for (const send of senders) {
    await send('HeapProfiler.collectGarbage')
    bytes.push((await send('Runtime.getHeapUsage')).usedSize)
  }
  return bytes.map((count) => (count / 1_000_000).toFixed(2)).join(' + ')
}
